#include "syntax/dump.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "base/double_text.hpp"
#include "base/utf8.hpp"
#include "syntax/unicode_identifier.hpp"

namespace gilbox::syntax {

namespace ast {

std::string_view kind_name(Kind kind) {
  static constexpr std::string_view kNames[] = {
#define GILBOX_NODE(Type, Base, python_name, fields) python_name,
#include "syntax/ast.def"
#undef GILBOX_NODE
  };
  return kNames[static_cast<std::uint8_t>(kind)];
}

}  // namespace ast

namespace {

using namespace ast;

std::string text_repr(std::string_view text, bool is_bytes) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string out = is_bytes ? "b" : "";
  out += quote;
  while (!text.empty()) {
    char32_t c = static_cast<unsigned char>(text[0]);
    std::size_t length = 1;
    if (!is_bytes && c >= 0x80) {
      const auto decoded = base::utf8_decode(text, base::Surrogates::allowed);
      c = decoded.code_point;
      length = decoded.length;
    }
    char escape[16] = "";
    if (c == '\\' || c == static_cast<unsigned char>(quote)) {
      std::snprintf(escape, sizeof escape, "\\%c", static_cast<char>(c));
    } else if (c == '\n' || c == '\r' || c == '\t') {
      std::snprintf(escape, sizeof escape, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
    } else if (c < 0x20 || c == 0x7F || (is_bytes && c >= 0x80) ||
               (c >= 0x80 && !is_printable(c))) {
      const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
      std::snprintf(escape, sizeof escape, format, static_cast<unsigned>(c));
    }
    if (escape[0] != 0) {
      out += escape;
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return out + quote;
}

// A long integer in decimal, by repeated multiplication: dumps need no speed.
std::string big_integer_repr(std::string_view digits, unsigned base) {
  if (base == 10) return std::string(digits);
  std::vector<std::uint32_t> limbs;  // base 10^9, lowest first
  for (char c : digits) {
    std::uint64_t carry = c <= '9' ? static_cast<std::uint64_t>(c - '0')
                                   : static_cast<std::uint64_t>((c | 0x20) - 'a' + 10);
    for (std::uint32_t& limb : limbs) {
      carry += static_cast<std::uint64_t>(limb) * base;
      limb = static_cast<std::uint32_t>(carry % 1'000'000'000);
      carry /= 1'000'000'000;
    }
    if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string out;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    char part[16];
    std::snprintf(part, sizeof part, i + 1 == limbs.size() ? "%u" : "%09u", limbs[i]);
    out += part;
  }
  return out;
}

std::string constant_repr(const ConstantValue& value) {
  using Type = ConstantValue::Type;
  switch (value.type) {
    case Type::None: return "None";
    case Type::True: return "True";
    case Type::False: return "False";
    case Type::Ellipsis: return "Ellipsis";
    case Type::Int: return std::to_string(value.integer);
    case Type::BigInt: return big_integer_repr(value.text, value.base);
    case Type::Float: return base::double_repr(value.real);
    case Type::Imaginary: {
      std::string digits = base::double_repr(value.real);
      if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
      return digits + "j";
    }
    case Type::Str: return text_repr(value.text, false);
    case Type::Bytes: return text_repr(value.text, true);
  }
  return {};
}

struct Text {
  std::string text;
  bool is_simple = true;
};

class Dumper {
 public:
  explicit Dumper(const DumpOptions& options) : options_(options) {}

  Text format(const Node* node, int level) {
    if (node == nullptr) return {"None", true};
    Fields arguments{*this, level + 1, {}, true};
    switch (node->kind) {
#define GILBOX_FIELD(type, name) arguments.add(#name, typed.name);
#define GILBOX_OPTIONAL(type, name) GILBOX_FIELD(type, name)
#define GILBOX_NODE(Type, Base, python_name, fields)                           \
  case Kind::Type: {                                                           \
    [[maybe_unused]] const auto& typed = *static_cast<const Type*>(node);      \
    fields;                                                                    \
    if (options_.include_attributes && std::is_base_of_v<LocatedNode, Type>) { \
      arguments.add_location(node->at);                                        \
    }                                                                          \
    break;                                                                     \
  }
#include "syntax/ast.def"
#undef GILBOX_NODE
#undef GILBOX_OPTIONAL
#undef GILBOX_FIELD
    }
    const auto& items = arguments.items;
    std::string text(kind_name(node->kind));
    const bool on_one_line = arguments.all_simple && items.size() <= 3;
    text += "(" +
            (on_one_line ? joined(items, "", ", ")
                         : joined(items, prefix(level + 1), separator(level + 1))) +
            ")";
    return {std::move(text), on_one_line && items.empty()};
  }

 private:
  struct Fields {
    Dumper& dumper;
    int level;
    std::vector<std::string> items;
    bool all_simple = true;

    template <class T>
    void add(const char* name, const T& value) {
      Text text = dumper.format_value(value, level);
      if (text.text.empty()) return;
      all_simple = all_simple && text.is_simple;
      items.push_back(std::string(name) + "=" + text.text);
    }
    void add(const char* name, UPrefix prefix) {
      (void)name;
      if (prefix == UPrefix::Yes) items.push_back("kind='u'");
    }
    void add_location(const Location& at) {
      items.push_back("lineno=" + std::to_string(at.lineno));
      items.push_back("col_offset=" + std::to_string(at.col_offset));
      items.push_back("end_lineno=" + std::to_string(at.end_lineno));
      items.push_back("end_col_offset=" + std::to_string(at.end_col_offset));
    }
  };

  std::string prefix(int level) const {
    return options_.indent < 0
               ? ""
               : "\n" + std::string(static_cast<std::size_t>(options_.indent * level), ' ');
  }
  std::string separator(int level) const {
    return options_.indent < 0 ? ", " : "," + prefix(level);
  }
  static std::string joined(const std::vector<std::string>& items, const std::string& prefix,
                            const std::string& separator) {
    std::string out = prefix;
    for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "" : separator) + items[i];
    return out;
  }

  // An empty text means that the field is left out.
  Text format_value(const Node* node, int level) {
    return node == nullptr ? Text{"", true} : format(node, level);
  }
  Text format_value(Identifier name, int) {
    return name.data() == nullptr ? Text{"", true} : Text{text_repr(name, false), true};
  }
  Text format_value(int number, int) { return {std::to_string(number), true}; }
  Text format_value(const ConstantValue& value, int) { return {constant_repr(value), true}; }
  Text format_value(Context context, int) {
    static constexpr const char* kNames[] = {"Load()", "Store()", "Del()"};
    return {kNames[static_cast<int>(context)], true};
  }
  Text format_value(BooleanOperator op, int) {
    return {op == BooleanOperator::And ? "And()" : "Or()", true};
  }
  Text format_value(BinaryOperator op, int) {
    static constexpr const char* kNames[] = {
        "Add()",    "Sub()",    "Mult()",  "MatMult()", "Div()",    "Mod()",     "Pow()",
        "LShift()", "RShift()", "BitOr()", "BitXor()",  "BitAnd()", "FloorDiv()"};
    return {kNames[static_cast<int>(op)], true};
  }
  Text format_value(UnaryOperator op, int) {
    static constexpr const char* kNames[] = {"Invert()", "Not()", "UAdd()", "USub()"};
    return {kNames[static_cast<int>(op)], true};
  }
  Text format_value(CompareOperator op, int) {
    static constexpr const char* kNames[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                             "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};
    return {kNames[static_cast<int>(op)], true};
  }
  template <class T>
  Text format_value(const Seq<T>& items, int level) {
    if (items.empty()) return {"", true};
    std::vector<std::string> texts;
    for (const T& item : items) {
      if constexpr (std::is_pointer_v<T>) {
        texts.push_back(format(item, level + 1).text);
      } else {
        texts.push_back(format_value(item, level + 1).text);
      }
    }
    return {"[" + joined(texts, prefix(level + 1), separator(level + 1)) + "]", false};
  }

  const DumpOptions& options_;
};

}  // namespace

std::string dump(const Node& node, const DumpOptions& options) {
  return Dumper(options).format(&node, 0).text;
}

}  // namespace gilbox::syntax
