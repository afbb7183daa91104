// Bytes to text.
#include "base/utf8.hpp"
#include "types/bytes.hpp"
#include "types/codecs.hpp"

namespace gilbox::py {

namespace {

class Decoder {
 public:
  Decoder(Thread& t, std::string_view data, Encoding encoding, OnError on_error,
          std::string_view handler)
      : t_(t), data_(data), encoding_(encoding), on_error_(on_error), handler_(handler), out_(t) {}

  Ref<Str> run() {
    bool ok;
    switch (encoding_) {
      case Encoding::utf8_sig:
        if (data_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        ok = utf8();
        break;
      case Encoding::utf8: ok = utf8(); break;
      case Encoding::ascii: ok = ascii(); break;
      case Encoding::utf16:
      case Encoding::utf16_le:
      case Encoding::utf16_be: ok = utf16(); break;
      case Encoding::escapes: ok = escapes(false); break;
      case Encoding::raw_escapes: ok = escapes(true); break;
      default: ok = utf32(); break;
    }
    return ok ? out_.finish() : Ref<Str>();
  }

 private:
  uint32_t byte(size_t i) const { return static_cast<unsigned char>(data_[i]); }

  // data_[at_ : at_ + length] cannot be decoded.
  bool handle(size_t length, const char* reason) {
    const size_t end = at_ + length;
    switch (on_error_) {
      case OnError::ignore: break;
      case OnError::replace: out_.put(uint32_t{0xFFFD}); break;
      case OnError::backslash:
        for (size_t i = at_; i < end; ++i) {
          out_.put("\\x");
          out_.put("0123456789abcdef"[byte(i) >> 4]);
          out_.put("0123456789abcdef"[byte(i) & 15]);
        }
        break;
      case OnError::surrogate_escape:
        for (size_t i = at_; i < end; ++i) {
          if (byte(i) < 0x80) return refuse(end, reason);
          out_.put(0xDC00 + byte(i));
        }
        break;
      case OnError::surrogate_pass:
        if (encoding_ == Encoding::utf8) {
          const auto decoded = base::utf8_decode(data_.substr(at_), base::Surrogates::allowed);
          if (!decoded.ok) return refuse(end, reason);
          out_.put(static_cast<uint32_t>(decoded.code_point));
          at_ += decoded.length;
          return true;
        }
        return refuse(end, reason);
      case OnError::unknown:
        (void)raise(t_, exc::LookupError, "unknown error handler name '%.*s'",
                    static_cast<int>(handler_.size()), handler_.data());
        return false;
      case OnError::xml:
        (void)raise(t_, exc::TypeError,
                    "don't know how to handle UnicodeDecodeError in error callback");
        return false;
      default: return refuse(end, reason);
    }
    at_ = end;
    return !out_.failed();
  }

  bool refuse(size_t end, const char* reason) {
    // utf-16 and utf-32 report as what their mark (or its absence) made them.
    const char* name = encoding_ == Encoding::utf8_sig ? "utf-8"
                       : encoding_ == Encoding::utf16  ? (big_ ? "utf-16-be" : "utf-16-le")
                       : encoding_ == Encoding::utf32  ? (big_ ? "utf-32-be" : "utf-32-le")
                                                       : encoding_name(encoding_);
    (void)raise_unicode_decode_error(t_, name, data_, at_, end, reason);
    return false;
  }

  bool utf8() {
    while (at_ < data_.size()) {
      const size_t good = base::utf8_valid_length(data_.substr(at_));
      out_.put(data_.substr(at_, good));
      at_ += good;
      if (at_ == data_.size()) break;
      const auto wrong = base::utf8_decode(data_.substr(at_));
      const uint32_t first = byte(at_);
      const bool start = first >= 0xC2 && first <= 0xF4;
      const char* reason = !start                               ? "invalid start byte"
                           : at_ + wrong.length == data_.size() ? "unexpected end of data"
                                                                : "invalid continuation byte";
      if (!handle(wrong.length ? wrong.length : 1, reason)) return false;
    }
    return !out_.failed();
  }

  bool ascii() {
    while (at_ < data_.size()) {
      const size_t good = base::ascii_prefix(data_.substr(at_));
      out_.put(data_.substr(at_, good));
      at_ += good;
      if (at_ < data_.size() && !handle(1, "ordinal not in range(128)")) return false;
    }
    return !out_.failed();
  }

  uint32_t unit(size_t at, int bytes, bool big) const {
    uint32_t u = 0;
    for (int i = 0; i < bytes; ++i)
      u |= byte(at + static_cast<size_t>(i)) << 8 * (big ? bytes - 1 - i : i);
    return u;
  }

  bool utf16() {
    bool& big = big_;
    big = encoding_ == Encoding::utf16_be;
    if (encoding_ == Encoding::utf16 && data_.size() >= 2) {
      const uint32_t mark = unit(0, 2, false);
      if (mark == 0xFFFE) big = true;
      if (mark == 0xFFFE || mark == 0xFEFF) at_ = 2;
    }
    while (at_ < data_.size()) {
      if (data_.size() - at_ < 2) {
        if (!handle(1, "truncated data")) return false;
        continue;
      }
      const uint32_t u = unit(at_, 2, big);
      if (!base::is_surrogate(u)) {
        out_.put(u);
        at_ += 2;
        continue;
      }
      if (u >= 0xDC00) {
        if (!handle(2, "illegal encoding")) return false;
        continue;
      }
      if (data_.size() - at_ < 4) {
        if (!handle(data_.size() - at_, "unexpected end of data")) return false;
        continue;
      }
      const uint32_t low = unit(at_ + 2, 2, big);
      if (low < 0xDC00 || low > 0xDFFF) {
        if (!handle(2, "illegal UTF-16 surrogate")) return false;
        continue;
      }
      out_.put(0x10000 + ((u & 0x3FF) << 10) + (low & 0x3FF));
      at_ += 4;
    }
    return !out_.failed();
  }

  bool utf32() {
    bool& big = big_;
    big = encoding_ == Encoding::utf32_be;
    if (encoding_ == Encoding::utf32 && data_.size() >= 4) {
      const uint32_t mark = unit(0, 4, false);
      if (mark == 0xFFFE0000) big = true;
      if (mark == 0xFFFE0000 || mark == 0xFEFF) at_ = 4;
    }
    while (at_ < data_.size()) {
      if (data_.size() - at_ < 4) {
        if (!handle(data_.size() - at_, "truncated data")) return false;
        continue;
      }
      const uint32_t u = unit(at_, 4, big);
      if (u > base::kLastCodePoint) {
        if (!handle(4, "code point not in range(0x110000)")) return false;
      } else if (base::is_surrogate(u)) {
        if (!handle(4, "code point in surrogate code point range(0xd800, 0xe000)")) return false;
      } else {
        out_.put(u);
        at_ += 4;
      }
    }
    return !out_.failed();
  }

  bool escapes(bool raw) {
    while (at_ < data_.size()) {
      if (data_[at_] != '\\')
        out_.put(byte(at_++));
      else if (!(raw ? raw_escape() : escape()))
        return false;
    }
    return !out_.failed();
  }

  // A backslash means something only before u and U, and only when no backslash is before it.
  bool raw_escape() {
    size_t end = at_;
    while (end < data_.size() && data_[end] == '\\') ++end;
    const bool odd = (end - at_) % 2 == 1;
    const bool known = odd && end < data_.size() && (data_[end] == 'u' || data_[end] == 'U');
    for (; at_ < end - known; ++at_) out_.put(uint32_t{'\\'});
    return !known || digits();
  }

  bool escape() {
    if (at_ + 1 == data_.size()) return handle(1, "\\ at end of string");
    static constexpr std::string_view kLetters = "\\'\"abfnrtv", kMeant = "\\'\"\a\b\f\n\r\t\v";
    const char c = data_[at_ + 1];
    if (const size_t letter = kLetters.find(c); letter != std::string_view::npos) {
      out_.put(static_cast<uint32_t>(kMeant[letter]));
    } else if (c == 'x' || c == 'u' || c == 'U') {
      return digits();
    } else if (c >= '0' && c <= '7') {
      uint32_t value = 0;
      size_t end = at_ + 1;
      for (; end < data_.size() && end < at_ + 4 && byte(end) - '0' < 8; ++end)
        value = value * 8 + byte(end) - '0';
      out_.put(value);
      at_ = end;
      return true;
    } else if (c == 'N') {
      return handle(2, "\\N{...} escapes are missing in gilbox");
    } else if (c != '\n') {
      out_.put(uint32_t{'\\'});
      out_.put(byte(at_ + 1));
    }
    at_ += 2;
    return true;
  }

  // The hexadecimal digits of \x, \u or \U at at_.
  bool digits() {
    const char kind = data_[at_ + 1];
    const size_t count = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
    uint32_t value = 0;
    size_t end = at_ + 2;
    for (; end < data_.size() && end < at_ + 2 + count; ++end) {
      const uint32_t c = byte(end), low = c | 0x20;
      if (c - '0' > 9 && low - 'a' > 5) break;
      value = value * 16 + (c - '0' <= 9 ? c - '0' : low - 'a' + 10);
    }
    if (end - at_ - 2 < count)
      return handle(end - at_, kind == 'x'   ? "truncated \\xXX escape"
                               : kind == 'u' ? "truncated \\uXXXX escape"
                                             : "truncated \\UXXXXXXXX escape");
    if (value > base::kLastCodePoint) return handle(end - at_, "illegal Unicode character");
    out_.put(value);
    at_ = end;
    return true;
  }

  Thread& t_;
  std::string_view data_;
  Encoding encoding_;
  OnError on_error_;
  std::string_view handler_;
  StrBuilder out_;
  size_t at_ = 0;
  bool big_ = false;
};

}  // namespace

Ref<Str> decode(Thread& t, std::string_view data, Encoding encoding, OnError on_error,
                std::string_view handler_name) {
  if (encoding == Encoding::latin1) return latin1_text(t, data);
  if (encoding == Encoding::utf8 && base::utf8_valid(data)) return make_str(t, data);
  return Decoder(t, data, encoding, on_error, handler_name).run();
}

}  // namespace gilbox::py
