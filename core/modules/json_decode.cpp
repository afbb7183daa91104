#include <cstring>

#include "base/parse_double.hpp"
#include "base/small_vector.hpp"
#include "modules/json.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/str_data.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py::json {

Var raise_decode_error(Thread& t, const char* message, Str& text, uint32_t at) {
  Str* name = intern(t, std::string_view("json"));
  GILBOX_TRY(module, name ? import_module(t, name) : Var::error());
  GILBOX_TRY(type, get_attr(t, module, "JSONDecodeError"));
  Ref<Str> words = make_ascii(t, message);
  if (!words) return Var::error();
  Value arguments[] = {words.value(), Value::object(&text), Value::small(at)};
  GILBOX_TRY(e, call(t, type, arguments, 3));
  return raise_instance(t, e);
}

namespace {

constexpr bool is_digit(uint32_t c) { return c - '0' < 10; }
constexpr bool is_white(uint32_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// One text whose code points have type T. Open containers are frames; what they hold so far stands
// on one stack.
template <class T>
class Decoder {
 public:
  Decoder(Thread& t, Str& text, const T* data, uint32_t at, const DecodeOptions& options)
      : t_(t), text_(text), s_(data), length_(text.length), at_(at), options_(options) {}
  ~Decoder() {
    for (Value v : values_) release(v);
    for (Str* key : keys_)
      if (key) release(static_cast<Object*>(key));
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  uint32_t at() const { return at_; }

  Var run() {
    for (;;) {  // each round begins where a value is expected
      if ((++rounds_ & 0xFFFF) == 0 && interrupted(t_)) return Var::error();
      uint32_t c = peek();
      Var v;
      if (c == '{' || c == '[') {
        ++at_;
        skip();
        bool object = c == '{';
        if (peek() != (object ? '}' : ']')) {
          if (!open(object)) return Var::error();
          continue;
        }
        ++at_;
        v = object ? close_object(values_.size()) : close_array(values_.size());
      } else {
        v = scalar(c);
      }
      for (;;) {  // v is complete: goes into the innermost container, which may complete that one
        if (v.failed()) return v;
        if (frames_.empty()) return v;
        if (!push(v.take())) return Var::error();
        skip();
        Frame frame = frames_.back();
        uint32_t next = peek();
        if (next == ',') {
          uint32_t comma = at_++;
          skip();
          if (peek() == (frame.object ? '}' : ']'))
            return fail(frame.object ? "Illegal trailing comma before end of object"
                                     : "Illegal trailing comma before end of array",
                        comma);
          if (frame.object && !key()) return Var::error();
          break;
        }
        if (next != (frame.object ? '}' : ']')) return fail("Expecting ',' delimiter", at_);
        ++at_;
        frames_.pop_back();
        v = frame.object ? close_object(frame.start) : close_array(frame.start);
      }
    }
  }

  Var string() {  // at_ is behind the opening quote
    const uint32_t begin = at_ - 1;
    uint32_t run = at_;
    scan_plain();
    if (peek() == '"') return substring(t_, text_, run, at_++).var();
    StrBuilder out(t_);
    for (;;) {
      out.put(text_, run, at_);
      if (at_ >= length_) return fail("Unterminated string starting at", begin);
      uint32_t c = s_[at_];
      if (c == '"') break;
      if (c != '\\') return fail("Invalid control character at", at_);
      if (++at_ >= length_) return fail("Unterminated string starting at", begin);
      c = s_[at_++];
      if (c == 'u') {
        if (!unicode_escape(c)) return Var::error();
      } else {
        static constexpr char kFrom[] = "\"\\/bfnrt", kTo[] = "\"\\/\b\f\n\r\t";
        const char* found = c && c < 0x80 ? std::strchr(kFrom, static_cast<int>(c)) : nullptr;
        if (!found) return fail("Invalid \\escape", at_ - 2);
        c = static_cast<uint32_t>(kTo[found - kFrom]);
      }
      out.put(c);
      run = at_;
      scan_plain();
    }
    ++at_;
    return out.finish().var();
  }

 private:
  struct Frame {
    uint32_t start;  // of its items on the stack
    bool object;
  };

  uint32_t peek() const { return at_ < length_ ? s_[at_] : UINT32_MAX; }
  void skip() {
    while (at_ < length_ && is_white(s_[at_])) ++at_;
  }
  Var fail(const char* message, uint32_t at) { return raise_decode_error(t_, message, text_, at); }
  bool push(Value owned) {
    if (values_.try_push_back(owned)) return true;
    release(owned);
    return raise_memory_error(t_), false;
  }

  bool open(bool object) {
    if (frames_.size() >= kMostNested)
      return raise(
                 t_, exc::RecursionError,
                 "maximum recursion depth exceeded while decoding a JSON %s from a unicode string",
                 object ? "object" : "array"),
             false;
    if (!frames_.try_push_back({static_cast<uint32_t>(values_.size()), object}))
      return raise_memory_error(t_), false;
    return !object || key();
  }

  // "key" : — and on to the value.
  bool key() {
    if (peek() != '"') return fail("Expecting property name enclosed in double quotes", at_), false;
    ++at_;
    Var k = known_key();
    if (k.failed() || !push(k.take())) return false;
    skip();
    if (peek() != ':') return fail("Expecting ':' delimiter", at_), false;
    ++at_;
    skip();
    return true;
  }

  // Objects of one text mostly have the same few keys: each is made once.
  Var known_key() {
    uint32_t start = at_, hash = 0;
    scan_plain();
    if (peek() != '"' || at_ - start > 40) return at_ = start, string();
    uint32_t length = at_ - start;
    for (uint32_t i = start; i < at_; ++i) hash = hash * 31 + s_[i];
    Str*& slot = keys_[(hash ^ hash >> 7) % kKeys];
    if (slot && slot->length == length && same(*slot, start)) {
      ++at_;
      return Var(Value::object(slot));
    }
    Ref<Str> made = substring(t_, text_, start, at_++);
    if (!made) return Var::error();
    if (slot) release(static_cast<Object*>(slot));
    retain(static_cast<Object*>(made.get()));
    slot = made.get();
    return std::move(made).var();
  }
  bool same(const Str& key, uint32_t start) const {
    if (key.width == sizeof(T))
      return std::memcmp(key.data, s_ + start, key.length * sizeof(T)) == 0;
    for (uint32_t i = 0; i < key.length; ++i)
      if (key.at(i) != s_[start + i]) return false;
    return true;
  }

  Var close_array(size_t start) {
    auto count = static_cast<uint32_t>(values_.size() - start);
    Ref<List> list = make_list(t_, values_.data() + start, count);
    drop(start);
    return std::move(list).var();
  }
  Var close_object(size_t start) {
    const bool pairs = !options_.object_pairs_hook.is_none();
    Ref<List> list;
    Ref<Dict> dict;
    bool ok =
        pairs ? static_cast<bool>(list = make_list(t_)) : static_cast<bool>(dict = make_dict(t_));
    for (size_t i = start; ok && i < values_.size(); i += 2) {
      if (pairs) {
        Ref<Tuple> pair = make_tuple(t_, &values_[i], 2);
        ok = pair && list_append(t_, *list, pair.value());
      } else {
        ok = dict_set_item(t_, *dict, values_[i], values_[i + 1]);
      }
    }
    drop(start);
    if (!ok) return Var::error();
    if (pairs) return call1(t_, options_.object_pairs_hook, list.value());
    if (!options_.object_hook.is_none()) return call1(t_, options_.object_hook, dict.value());
    return std::move(dict).var();
  }
  void drop(size_t start) {
    while (values_.size() > start) release(values_.take_back());
  }

  bool word(std::string_view text) {
    if (length_ - at_ < text.size()) return false;
    for (size_t i = 0; i < text.size(); ++i)
      if (s_[at_ + i] != static_cast<unsigned char>(text[i])) return false;
    at_ += static_cast<uint32_t>(text.size());
    return true;
  }
  Var constant(const char* name, double value) {
    if (options_.parse_constant.is_none()) return Var::real(value);
    Ref<Str> text = make_ascii(t_, name);
    return text ? call1(t_, options_.parse_constant, text.value()) : Var::error();
  }

  Var scalar(uint32_t c) {
    switch (c) {
      case '"': ++at_; return string();
      case 'n':
        if (word("null")) return Var::none();
        break;
      case 't':
        if (word("true")) return Var::boolean(true);
        break;
      case 'f':
        if (word("false")) return Var::boolean(false);
        break;
      case 'N':
        if (word("NaN")) return constant("NaN", __builtin_nan(""));
        break;
      case 'I':
        if (word("Infinity")) return constant("Infinity", __builtin_inf());
        break;
      case '-':
        if (word("-Infinity")) return constant("-Infinity", -__builtin_inf());
        return number();
      default:
        if (is_digit(c)) return number();
    }
    return fail("Expecting value", at_);
  }

  uint32_t digit(uint32_t i) const { return i < length_ ? s_[i] - uint32_t{'0'} : UINT32_MAX; }
  Var number() {
    const uint32_t start = at_;
    uint32_t i = at_;
    const bool negative = s_[i] == '-';
    if (negative) ++i;
    if (digit(i) > 9) return fail("Expecting value", start);
    uint64_t whole = 0;
    if (s_[i] == '0')
      ++i;
    else
      while (digit(i) <= 9) whole = whole * 10 + digit(i++);
    const uint32_t whole_end = i;
    if (i < length_ && s_[i] == '.' && digit(i + 1) <= 9)
      for (++i; digit(i) <= 9;) ++i;
    if (i < length_ && (s_[i] | 0x20) == 'e') {
      uint32_t e = i + 1;
      if (e < length_ && (s_[e] == '-' || s_[e] == '+')) ++e;
      if (digit(e) <= 9)
        for (i = e; digit(i) <= 9;) ++i;
    }
    at_ = i;
    const bool is_real = i != whole_end;
    Value hook = is_real ? options_.parse_float : options_.parse_int;
    if (hook.is_none()) {
      if (!is_real && whole_end - start <= 18)
        return make_int(t_, negative ? -static_cast<int64_t>(whole) : static_cast<int64_t>(whole));
      if (is_real) return real(start, i);
      hook = Value::object(&int_type);
    }
    Ref<Str> text = substring(t_, text_, start, i);
    return text ? call1(t_, hook, text.value()) : Var::error();
  }
  Var real(uint32_t start, uint32_t end) {
    if constexpr (sizeof(T) == 1) {
      return Var::real(
          base::parse_double({reinterpret_cast<const char*>(s_) + start, end - start}).value);
    } else {
      base::SmallVector<char, 64> narrow;
      for (uint32_t i = start; i < end; ++i)
        if (!narrow.try_push_back(static_cast<char>(s_[i]))) return raise_memory_error(t_);
      return Var::real(base::parse_double({narrow.data(), narrow.size()}).value);
    }
  }

  // Up to a quote, a backslash, the end or a character that is not allowed.
  void scan_plain() {
    uint32_t i = at_;
    const uint32_t least = options_.strict ? 0x20 : 0;
    while (i < length_ && s_[i] != '"' && s_[i] != '\\' && s_[i] >= least) ++i;
    at_ = i;
  }

  bool four_digits(uint32_t& out) {
    const uint32_t from = at_;
    if (length_ - at_ <= 4) return fail("Invalid \\uXXXX escape", from - 1), false;
    out = 0;
    for (; at_ < from + 4; ++at_) {
      uint32_t c = s_[at_], lower = c | 0x20;
      uint32_t value = is_digit(c) ? c - '0' : lower - 'a' < 6 ? lower - 'a' + 10 : 16;
      if (value > 15) return fail("Invalid \\uXXXX escape", from - 1), false;
      out = out << 4 | value;
    }
    return true;
  }
  bool unicode_escape(uint32_t& c) {
    if (!four_digits(c)) return false;
    if (c >> 10 == 0x36 && length_ - at_ > 6 && s_[at_] == '\\' && s_[at_ + 1] == 'u') {
      const uint32_t before = at_;
      uint32_t low;
      at_ += 2;
      if (!four_digits(low)) return false;
      if (low >> 10 == 0x37)
        c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
      else
        at_ = before;
    }
    return true;
  }

  static constexpr uint32_t kKeys = 64;
  Thread& t_;
  Str& text_;
  const T* s_;
  uint32_t length_, at_, rounds_ = 0;
  const DecodeOptions& options_;
  base::SmallVector<Value, 32> values_;  // owned
  base::SmallVector<Frame, 16> frames_;
  Str* keys_[kKeys] = {};
};

}  // namespace

Var decode(Thread& t, Str& text, uint32_t& at, const DecodeOptions& options) {
  return with_data(text, [&](const auto* data) {
    Decoder decoder(t, text, data, at, options);
    Var v = decoder.run();
    at = decoder.at();
    return v;
  });
}

Var decode_string(Thread& t, Str& text, uint32_t& at, bool strict) {
  DecodeOptions options;
  options.strict = strict;
  return with_data(text, [&](const auto* data) {
    Decoder decoder(t, text, data, at, options);
    Var v = decoder.string();
    at = decoder.at();
    return v;
  });
}

}  // namespace gilbox::py::json
