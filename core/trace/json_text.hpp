// JSON as text, piece by piece, into a sink: just what a trace file needs.
//
// Collects about 32 KB before it writes. Threads: one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gilbox::trace {

class TextSink;

class JsonText {
 public:
  explicit JsonText(TextSink& sink) : sink_(sink) {}
  ~JsonText() { flush(); }
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  // As it is.
  JsonText& raw(std::string_view text) {
    text_ += text;
    if (text_.size() >= kFull) flush();
    return *this;
  }
  // In quotes, escaped; bytes that are not UTF-8 become U+FFFD.
  JsonText& quoted(std::string_view text);
  JsonText& number(std::int64_t value);
  // Nanoseconds as microseconds with three decimals.
  JsonText& microseconds(std::int64_t nanoseconds);
  void flush();

 private:
  static constexpr std::size_t kFull = 32 * 1024;

  TextSink& sink_;
  std::string text_;
};

}  // namespace gilbox::trace
