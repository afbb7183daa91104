// Text to bytes.
#include "base/integer_text.hpp"
#include "base/utf8.hpp"
#include "runtime/byte_builder.hpp"
#include "types/codecs.hpp"

namespace gilbox::py {

namespace {

class Encoder {
 public:
  Encoder(Thread& t, Str& text, Encoding encoding, OnError on_error, std::string_view handler)
      : t_(t), text_(text), encoding_(encoding), on_error_(on_error), handler_(handler), out_(t) {}

  Ref<Bytes> run() {
    if (!out_.reserve(text_.length + 8)) return {};
    if (encoding_ == Encoding::utf8_sig) out_.put("\xEF\xBB\xBF");
    if (encoding_ == Encoding::utf16 || encoding_ == Encoding::utf32) put(0xFEFF);
    for (uint32_t i = 0; i < text_.length;) {
      if (fits(text_.at(i))) {
        put(text_.at(i++));
        continue;
      }
      uint32_t end = i + 1;
      while (end < text_.length && !fits(text_.at(end))) ++end;
      if (!handle(i, end)) return {};
      i = end;
    }
    return out_.finish();
  }

 private:
  bool fits(uint32_t c) const {
    if (encoding_ == Encoding::ascii) return c < 0x80;
    if (encoding_ == Encoding::latin1) return c < 0x100;
    return is_escaped() || !base::is_surrogate(c);
  }

  bool is_escaped() const {
    return encoding_ == Encoding::escapes || encoding_ == Encoding::raw_escapes;
  }

  // \xhh, \uhhhh or \Uhhhhhhhh.
  std::string_view escape(uint32_t c, char (&text)[12]) const {
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    text[0] = '\\';
    text[1] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    for (int k = 0; k < digits; ++k)
      text[2 + k] = "0123456789abcdef"[c >> 4 * (digits - 1 - k) & 15];
    return {text, static_cast<size_t>(2 + digits)};
  }

  void put_escaped(uint32_t c) {
    char text[12];
    const bool raw = encoding_ == Encoding::raw_escapes;
    if (c < 0x100 && (raw || (c >= ' ' && c < 0x7F && c != '\\')))
      return out_.put(static_cast<char>(c));
    switch (c) {
      case '\\': return out_.put("\\\\");
      case '\t': return out_.put("\\t");
      case '\n': return out_.put("\\n");
      case '\r': return out_.put("\\r");
      default: return out_.put(escape(c, text));
    }
  }

  void put_unit(uint32_t unit, int bytes, bool big) {
    for (int i = 0; i < bytes; ++i)
      out_.put(static_cast<char>(unit >> 8 * (big ? bytes - 1 - i : i)));
  }

  void put(uint32_t c) {
    switch (encoding_) {
      case Encoding::ascii:
      case Encoding::latin1: out_.put(static_cast<char>(c)); break;
      case Encoding::escapes:
      case Encoding::raw_escapes: put_escaped(c); break;
      case Encoding::utf8:
      case Encoding::utf8_sig: {
        char bytes[base::kMostUtf8Bytes];
        out_.put({bytes, base::utf8_encode(c, bytes)});
        break;
      }
      case Encoding::utf16:
      case Encoding::utf16_le:
      case Encoding::utf16_be: {
        const bool big = encoding_ == Encoding::utf16_be;
        if (c >= 0x10000) {
          put_unit(0xD800 + ((c - 0x10000) >> 10), 2, big);
          put_unit(0xDC00 + (c & 0x3FF), 2, big);
        } else {
          put_unit(c, 2, big);
        }
        break;
      }
      default: put_unit(c, 4, encoding_ == Encoding::utf32_be); break;
    }
  }

  void put_text(std::string_view ascii) {
    for (char c : ascii) put(static_cast<unsigned char>(c));
  }

  bool refuse(uint32_t start, uint32_t end) {
    const char* reason = encoding_ == Encoding::ascii    ? "ordinal not in range(128)"
                         : encoding_ == Encoding::latin1 ? "ordinal not in range(256)"
                                                         : "surrogates not allowed";
    const char* name = encoding_ == Encoding::utf8_sig ? "utf-8" : encoding_name(encoding_);
    (void)raise_unicode_encode_error(t_, name, text_, start, end, reason);
    return false;
  }

  bool handle(uint32_t start, uint32_t end) {
    if (on_error_ == OnError::unknown) {
      (void)raise(t_, exc::LookupError, "unknown error handler name '%.*s'",
                  static_cast<int>(handler_.size()), handler_.data());
      return false;
    }
    const bool unicode = encoding_ != Encoding::ascii && encoding_ != Encoding::latin1;
    char digits[base::kIntegerTextBytes];
    for (uint32_t i = start; i < end; ++i) {
      const uint32_t c = text_.at(i);
      switch (on_error_) {
        case OnError::ignore: break;
        case OnError::replace: put('?'); break;
        case OnError::backslash: {
          char text[12];
          put_text(escape(c, text));
          break;
        }
        case OnError::xml:
          put_text("&#");
          put_text(base::write_unsigned(c, 10, digits));
          put(';');
          break;
        case OnError::surrogate_escape:
          if (c < 0xDC80 || c > 0xDCFF) return refuse(i, end);
          out_.put(static_cast<char>(c - 0xDC00));
          break;
        case OnError::surrogate_pass:
          if (!unicode || !base::is_surrogate(c)) return refuse(i, end);
          put(c);
          break;
        default: return refuse(start, end);
      }
    }
    return true;
  }

  Thread& t_;
  Str& text_;
  Encoding encoding_;
  OnError on_error_;
  std::string_view handler_;
  ByteBuilder out_;
};

}  // namespace

Ref<Bytes> encode(Thread& t, Str& text, Encoding encoding, OnError on_error,
                  std::string_view handler_name) {
  const bool one_byte =
      encoding == Encoding::utf8 || encoding == Encoding::ascii || encoding == Encoding::latin1;
  if (one_byte && text.is_ascii()) return make_bytes(t, text.ascii());
  if (encoding == Encoding::latin1 && text.width == 1)
    return make_bytes(t, {static_cast<const char*>(text.data), text.length});
  return Encoder(t, text, encoding, on_error, handler_name).run();
}

}  // namespace gilbox::py
