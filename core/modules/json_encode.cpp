#include <cmath>

#include "base/double_text.hpp"
#include "base/integer_text.hpp"
#include "base/small_vector.hpp"
#include "modules/json.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/str_data.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py::json {

namespace {

void put_unit(StrBuilder& out, uint32_t unit) {
  constexpr char kHex[] = "0123456789abcdef";
  const char text[] = {
      '\\',           'u', kHex[unit >> 12 & 15], kHex[unit >> 8 & 15], kHex[unit >> 4 & 15],
      kHex[unit & 15]};
  out.put(std::string_view(text, sizeof text));
}

void put_escaped(StrBuilder& out, uint32_t c) {
  switch (c) {
    case '"': return out.put("\\\"");
    case '\\': return out.put("\\\\");
    case '\n': return out.put("\\n");
    case '\r': return out.put("\\r");
    case '\t': return out.put("\\t");
    case '\f': return out.put("\\f");
    case '\b': return out.put("\\b");
    default: break;
  }
  if (c < 0x10000) return put_unit(out, c);
  put_unit(out, 0xD800 + ((c - 0x10000) >> 10));
  put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

}  // namespace

void put_string(StrBuilder& out, Str& s, bool ensure_ascii) {
  out.put('"');
  with_data(s, [&](const auto* data) {
    const uint32_t most = ensure_ascii ? 0x7E : UINT32_MAX;
    uint32_t run = 0;
    for (uint32_t i = 0; i < s.length; ++i) {
      uint32_t c = data[i];
      if (c >= 0x20 && c != '"' && c != '\\' && c <= most) continue;
      if (run < i) out.put(s, run, i);
      put_escaped(out, c);
      run = i + 1;
    }
    if (run < s.length) out.put(s, run, s.length);
  });
  out.put('"');
}

namespace {

// An open container, or an object whose replacement (what `default` gave) is being written.
struct Frame {
  enum Kind : uint8_t { kList, kDict, kPairs, kReplaced } kind;
  uint32_t at = 0;
  Value held;   // owned: the container, or the object that was replaced
  Value items;  // owned: the List or Tuple walked over; of a kDict nothing
  bool first = true;
};

class Encoder {
 public:
  Encoder(Thread& t, const EncodeOptions& options) : t_(t), options_(options), out_(t) {}
  ~Encoder() {
    while (!frames_.empty()) pop();
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  Var run(Value v) {
    if (!put(v)) return Var::error();
    while (!frames_.empty()) {
      if ((++rounds_ & 0x3FFF) == 0 && interrupted(t_)) return Var::error();
      if (out_.failed() || !step()) return Var::error();
    }
    return out_.finish().var();
  }

 private:
  void pop() {
    Frame f = frames_.take_back();
    release(f.held);
    release(f.items);
  }
  // Writes the next item of the innermost container, or its end.
  bool step() {
    Frame& f = frames_.back();
    if (f.kind == Frame::kReplaced) return pop(), true;
    if (f.kind == Frame::kDict) {
      DictEntry* e = dict_next(*f.held.as<Dict>(), f.at);
      if (!e) return close('}');
      Var k(e->key), v(e->value);
      return put_pair(f, k, v);
    }
    const bool tuple = is_tuple(f.items);
    uint32_t size = tuple ? f.items.as<Tuple>()->size : f.items.as<List>()->size;
    if (f.at >= size) return close(f.kind == Frame::kList ? ']' : '}');
    Var item((tuple ? f.items.as<Tuple>()->items : f.items.as<List>()->items)[f.at++]);
    if (f.kind == Frame::kPairs) {
      if (!is_tuple(item) || item.as<Tuple>()->size != 2)
        return raise(t_, exc::ValueError, "items must return 2-tuples"), false;
      Var k(item.as<Tuple>()->items[0]), v(item.as<Tuple>()->items[1]);
      return put_pair(f, k, v);
    }
    separate(f, '[');
    return put(item);
  }
  bool close(char bracket) {
    bool empty = frames_.back().first;
    pop();
    if (empty) {
      out_.put(bracket == ']' ? '[' : '{');
    } else if (!options_.indent.is_none()) {
      --level_;
      new_line();
    }
    out_.put(bracket);
    return true;
  }
  void new_line() {
    out_.put('\n');
    for (uint32_t i = 0; i < level_; ++i) out_.put(*options_.indent.as<Str>());
  }
  void separate(Frame& f, char bracket) {
    if (f.first) {
      out_.put(bracket);
      if (!options_.indent.is_none()) ++level_;
    } else {
      out_.put(*options_.item_separator);
    }
    f.first = false;
    if (!options_.indent.is_none()) new_line();
  }

  bool put_pair(Frame& f, Value k, Value v) {
    Ref<Str> text;
    if (is_str(k)) {
      text = Ref<Str>(k.as<Str>());
    } else if (k.is_none() || k.is_bool()) {
      text = make_ascii(t_, k.is_none() ? "null" : k.is_true() ? "true" : "false");
    } else if (is_int(k)) {
      text = int_to_str(t_, int_value(k));
    } else if (is_float(k)) {
      char digits[base::kDoubleReprBytes];
      std::string_view s;
      if (!real_text(float_value(k), k, digits, s)) return false;
      text = make_ascii(t_, s);
    } else if (options_.skip_keys) {
      return true;
    } else {
      return raise(t_, exc::TypeError, "keys must be str, int, float, bool or None, not %T", k),
             false;
    }
    if (!text) return false;
    separate(f, '{');
    put_string(out_, *text, options_.ensure_ascii);
    out_.put(*options_.key_separator);
    return put(v);
  }

  bool real_text(double d, Value v, char* digits, std::string_view& out) {
    if (std::isfinite(d)) return out = {digits, base::write_double_repr(d, digits)}, true;
    if (!options_.allow_nan)
      return raise(t_, exc::ValueError, "Out of range float values are not JSON compliant: %R", v),
             false;
    out = std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    return true;
  }

  bool put(Value v) {
    if (is_str(v)) return put_string(out_, *v.as<Str>(), options_.ensure_ascii), true;
    if (v.is_none()) return out_.put("null"), true;
    if (v.is_bool()) return out_.put(v.is_true() ? "true" : "false"), true;
    if (v.is_small()) {
      char digits[base::kIntegerTextBytes];
      return out_.put(base::write_integer(v.small(), 10, digits)), true;
    }
    if (is_int(v)) {
      Ref<Str> text = int_to_str(t_, int_value(v));
      return text && (out_.put(*text), true);
    }
    if (is_float(v)) {
      char digits[base::kDoubleReprBytes];
      std::string_view s;
      return real_text(float_value(v), v, digits, s) && (out_.put(s), true);
    }
    if (is_list(v) || is_tuple(v)) return open(Frame::kList, v, v);
    if (is_dict(v)) return open_dict(v);
    if (!open(Frame::kReplaced, v, Value())) return false;
    Var other = call1(t_, options_.fallback, v);
    return !other.failed() && put(other);
  }

  bool open_dict(Value v) {
    const bool exact = type_of(v) == &dict_type;
    if (exact && !options_.sort_keys) return open(Frame::kDict, v, Value());
    Var view = call_method(t_, v, names::s_items);
    if (view.failed()) return false;
    Ref<List> items = list_from(t_, view);
    if (!items) return false;
    if (options_.sort_keys && call_method(t_, items.value(), names::s_sort).failed()) return false;
    return open(Frame::kPairs, v, items.value());
  }

  bool open(Frame::Kind kind, Value v, Value items) {
    if (options_.check_circular)
      for (const Frame& f : frames_)
        if (f.held == v) return raise(t_, exc::ValueError, "Circular reference detected"), false;
    if (frames_.size() >= kMostNested)
      return raise(t_, exc::RecursionError,
                   "maximum recursion depth exceeded while encoding a JSON object"),
             false;
    Frame f{kind, 0, v, items, true};
    if (!frames_.try_push_back(f)) return raise_memory_error(t_), false;
    retain(v);
    retain(items);
    return true;
  }

  Thread& t_;
  const EncodeOptions& options_;
  StrBuilder out_;
  base::SmallVector<Frame, 16> frames_;
  uint32_t level_ = 0, rounds_ = 0;
};

}  // namespace

Var encode(Thread& t, Value v, const EncodeOptions& options) { return Encoder(t, options).run(v); }

}  // namespace gilbox::py::json
