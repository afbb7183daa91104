// The % operator of str and bytes (Library Reference, "printf-style String Formatting").
#include <cmath>
#include <string>

#include "base/integer_text.hpp"
#include "types/bytes.hpp"
#include "types/format_spec.hpp"
#include "types/percent_plain.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

struct Directive {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  uint32_t code = 0;
};

class Formatter {
 public:
  Formatter(Thread& t, const Str& format, Value arguments, bool bytes)
      : t_(t), format_(format), arguments_(arguments), bytes_(bytes), out_(t) {
    if (is_tuple(arguments)) {
      items_ = arguments.as<Tuple>()->items;
      count_ = arguments.as<Tuple>()->size;
    } else {
      items_ = &arguments_;
      count_ = 1;
      mapping_ = type_of(arguments)->get_item && !is_str(arguments) && !is_bytes_text(arguments);
    }
  }

  Ref<Str> run() {
    for (uint32_t i = 0; i < format_.length;) {
      uint32_t end = i;
      while (end < format_.length && format_.at(end) != '%') ++end;
      out_.put(format_, i, end);
      if (end == format_.length) break;
      at_ = end + 1;
      if (!directive() || out_.failed()) return {};
      i = at_;
    }
    if (next_ < count_ && !mapping_)
      return fail(exc::TypeError, bytes_ ? "not all arguments converted during bytes formatting"
                                         : "not all arguments converted during string formatting");
    return out_.finish();
  }

 private:
  bool is_bytes_text(Value v) const { return bytes_ && is_bytes_like(v); }

  Ref<Str> fail(Type& type, const char* message) {
    (void)raise(t_, type, "%s", message);
    return {};
  }
  bool refuse(Type& type, const char* message) { return static_cast<bool>(fail(type, message)); }

  bool more() const { return at_ < format_.length; }
  bool incomplete() { return refuse(exc::ValueError, "incomplete format"); }

  // The next argument, borrowed; unbound with an error set when there is none.
  Value argument() {
    if (key_.is_unbound()) {
      if (next_ < count_) return items_[next_++];
      (void)refuse(exc::TypeError, "not enough arguments for format string");
      return Value::unbound();
    }
    return key_;
  }

  bool read_key() {
    if (!mapping_) return refuse(exc::TypeError, "format requires a mapping");
    const uint32_t start = ++at_;
    int depth = 1;
    for (; more(); ++at_) {
      const uint32_t c = format_.at(at_);
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) break;
    }
    if (!more()) return refuse(exc::ValueError, "incomplete format key");
    Ref<Str> name = substring(t_, const_cast<Str&>(format_), start, at_++);
    if (!name) return false;
    Var name_value = bytes_ ? latin1_bytes(t_, *name) : std::move(name).var();
    if (name_value.failed()) return false;
    key_ = get_item(t_, arguments_, name_value);
    next_ = count_;
    return !key_.failed();
  }

  // A number or *. False: error.
  bool read_size(int64_t& out, bool width, Directive& d) {
    if (more() && format_.at(at_) == '*') {
      ++at_;
      if (next_ >= count_) return refuse(exc::TypeError, "not enough arguments for format string");
      const Value v = items_[next_++];
      if (!is_int(v)) return refuse(exc::TypeError, "* wants int");
      if (!to_int64(t_, v, out)) return false;
      if (out < 0) {
        if (width) d.left = true;
        out = width ? -out : 0;
      }
      if (out > INT32_MAX)
        return refuse(exc::OverflowError, "Python int too large to convert to C int");
      return true;
    }
    const auto digit = [&] { return more() && format_.at(at_) >= '0' && format_.at(at_) <= '9'; };
    if (!digit()) return true;
    out = 0;
    for (; digit(); ++at_) {
      out = out * 10 + (format_.at(at_) - '0');
      if (out > INT32_MAX)
        return refuse(exc::ValueError, width ? "width too big" : "precision too big");
    }
    return true;
  }

  bool directive() {
    Directive d;
    key_ = Var();
    if (more() && format_.at(at_) == '%') {
      ++at_;
      out_.put('%');
      return true;
    }
    if (more() && format_.at(at_) == '(' && !read_key()) return false;
    for (; more(); ++at_) {
      const uint32_t c = format_.at(at_);
      if (c == '-')
        d.left = true;
      else if (c == '+')
        d.plus = true;
      else if (c == ' ')
        d.blank = true;
      else if (c == '#')
        d.alternate = true;
      else if (c == '0')
        d.zero = true;
      else
        break;
    }
    if (!read_size(d.width, true, d)) return false;
    if (more() && format_.at(at_) == '.') {
      ++at_;
      d.precision = 0;
      if (!read_size(d.precision, false, d)) return false;
    }
    if (more() && (format_.at(at_) == 'h' || format_.at(at_) == 'l' || format_.at(at_) == 'L'))
      ++at_;
    if (!more()) return incomplete();
    d.code = format_.at(at_++);
    return convert(d);
  }

  bool convert(Directive& d) {
    switch (d.code) {
      case 's':
      case 'r':
      case 'a':
      case 'b':
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'c': break;
      default: return !argument().is_unbound() && unsupported(d);
    }
    const Value v = argument();
    if (v.is_unbound()) return false;
    if (d.code == 'b' && !bytes_) return unsupported(d);
    if (v.is_small() && plain(d) && (d.code == 'd' || d.code == 's' || d.code == 'i') &&
        !(bytes_ && d.code == 's')) {
      char digits[base::kIntegerTextBytes];
      out_.put(base::write_integer(v.small(), 10, digits));
      return true;
    }
    switch (d.code) {
      case 's':
      case 'b':
        if (bytes_) return put_bytes(d, v);
        if (is_exact_str(v)) return put_text(d, *v.as<Str>());
        return put_text(d, str(t_, v));
      case 'r': return put_text(d, bytes_ ? ascii(t_, v) : repr(t_, v));
      case 'a': return put_text(d, ascii(t_, v));
      case 'c': return put_character(d, v);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return put_float(d, v);
      default: return put_int(d, v);
    }
  }

  static bool plain(const Directive& d) {
    return d.width < 0 && d.precision < 0 && !d.plus && !d.blank;
  }

  bool unsupported(const Directive& d) {
    const bool plain = d.code > 31 && d.code < 127;
    // CPython counts the character that is wrong.
    (void)raise(t_, exc::ValueError, "unsupported format character '%c' (0x%s) at index %u",
                plain ? static_cast<int>(d.code) : '?', hex(d.code), at_ - 1);
    return false;
  }
  const char* hex(uint32_t c) {
    char* p = hex_ + sizeof(hex_) - 1;
    *p = 0;
    do *--p = "0123456789abcdef"[c & 15];
    while ((c >>= 4) != 0);
    return p;
  }

  bool put_text(const Directive& d, const Ref<Str>& text) { return text && put_text(d, *text); }
  bool put_text(const Directive& d, const Str& text) {
    const uint32_t length = d.precision >= 0 && d.precision < text.length
                                ? static_cast<uint32_t>(d.precision)
                                : text.length;
    const uint32_t padding = d.width > length ? static_cast<uint32_t>(d.width - length) : 0;
    if (!d.left && padding) out_.put(uint32_t{' '}, padding);
    out_.put(text, 0, length);
    if (d.left && padding) out_.put(uint32_t{' '}, padding);
    return true;
  }

  bool put_bytes(const Directive& d, Value v) {
    Ref<Str> text = bytes_as_latin1(t_, v);
    return text && put_text(d, *text);
  }

  bool put_character(const Directive& d, Value v) {
    uint32_t c;
    if (bytes_) {
      if (!byte_for_percent_c(t_, v, c)) return false;
    } else if (is_str(v)) {
      if (v.as<Str>()->length != 1) return refuse(exc::TypeError, "%c requires int or char");
      c = v.as<Str>()->at(0);
    } else {
      if (!type_of(v)->index) return refuse(exc::TypeError, "%c requires int or char");
      Var i = index_of(t_, v);
      if (i.failed()) return false;
      const Value number = int_value(i);
      if (!number.is_small() || number.small() < 0 || number.small() > 0x10FFFF)
        return refuse(exc::OverflowError, "%c arg not in range(0x110000)");
      c = static_cast<uint32_t>(number.small());
    }
    Ref<Str> text = make_character(t_, c);
    Directive plain = d;
    plain.precision = -1;
    return text && put_text(plain, *text);
  }

  // [sign][prefix][zeros][digits], padded.
  bool put_number(const Directive& d, bool negative, std::string_view prefix,
                  std::string_view digits, int64_t zeros, size_t zeros_at, int64_t inner_zeros) {
    const std::string_view sign = negative ? "-" : d.plus ? "+" : d.blank ? " " : "";
    const int64_t length =
        static_cast<int64_t>(sign.size() + prefix.size() + digits.size()) + zeros + inner_zeros;
    int64_t padding = d.width > length ? d.width - length : 0;
    if (d.zero && !d.left) {
      zeros += padding;
      padding = 0;
    }
    if (!d.left) out_.put(uint32_t{' '}, static_cast<uint32_t>(padding));
    out_.put(sign);
    out_.put(prefix);
    out_.put(uint32_t{'0'}, static_cast<uint32_t>(zeros));
    out_.put(digits.substr(0, zeros_at));
    out_.put(uint32_t{'0'}, static_cast<uint32_t>(inner_zeros));
    if (zeros_at < digits.size()) out_.put(digits.substr(zeros_at));
    if (d.left) out_.put(uint32_t{' '}, static_cast<uint32_t>(padding));
    return true;
  }

  bool put_int(const Directive& d, Value v) {
    const bool decimal = d.code == 'd' || d.code == 'i' || d.code == 'u';
    Var number;
    if (is_int(v)) {
      number = Var(int_value(v));
    } else if (decimal) {
      if (is_float(v)) {
        number = make_int_from_double(t_, float_value(v));
      } else if (type_of(v)->to_int && !is_str(v)) {
        number = type_of(v)->to_int(t_, v);
      } else if (type_of(v)->index) {
        number = index_of(t_, v);
      } else {
        (void)raise(t_, exc::TypeError, "%%%c format: a real number is required, not %T",
                    static_cast<int>(d.code), v);
        return false;
      }
    } else if (type_of(v)->index) {
      number = index_of(t_, v);
    } else {
      (void)raise(t_, exc::TypeError, "%%%c format: an integer is required, not %T",
                  static_cast<int>(d.code), v);
      return false;
    }
    if (number.failed()) return false;
    const int base = d.code == 'o' ? 8 : d.code == 'x' || d.code == 'X' ? 16 : 10;
    Ref<Str> text = int_to_str(t_, number, base);
    if (!text) return false;
    std::string_view digits = text->ascii();
    const bool negative = digits[0] == '-';
    if (negative) digits.remove_prefix(1);
    std::string upper;
    if (d.code == 'X') {
      upper = digits;
      for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      digits = upper;
    }
    const char* prefix = !d.alternate    ? ""
                         : base == 8     ? "0o"
                         : d.code == 'x' ? "0x"
                         : d.code == 'X' ? "0X"
                                         : "";
    const auto have = static_cast<int64_t>(digits.size());
    const int64_t zeros = d.precision > have ? d.precision - have : 0;
    return put_number(d, negative, prefix, digits, zeros, digits.size(), 0);
  }

  bool put_float(const Directive& d, Value v) {
    double x;
    if (!to_double(t_, v, x)) return false;
    DoubleText text = double_digits_text(x, static_cast<char>(d.code),
                                         d.precision < 0 ? 6 : d.precision, d.alternate, false);
    return put_number(d, text.negative, "", text.text, 0, text.zeros_at, text.zeros);
  }

  Thread& t_;
  const Str& format_;
  Value arguments_;
  bool bytes_, mapping_ = false;
  StrBuilder out_;
  const Value* items_;
  uint32_t count_, next_ = 0, at_ = 0;
  Var key_;  // the value found by the key of %(key)s
  char hex_[12];
};

}  // namespace

Ref<Str> percent_format(Thread& t, Str& format, Value arguments, bool bytes) {
  if (!bytes) {
    Ref<Str> made = percent_plain(t, format, arguments);
    if (made || pending(t)) return made;
  }
  return Formatter(t, format, arguments, bytes).run();
}

}  // namespace gilbox::py
