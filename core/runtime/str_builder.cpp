// Text built piece by piece.
#include <cstring>

#include "base/utf8.hpp"
#include "runtime/exception.hpp"
#include "runtime/str.hpp"
#include "runtime/str_data.hpp"

namespace gilbox::py {

StrBuilder::~StrBuilder() {
  if (data_ != inline_) deallocate(data_, size_t(capacity_) * width_);
}

bool StrBuilder::reserve(uint32_t more, uint8_t width) {
  if (failed_) return false;
  const uint8_t new_width = width > width_ ? width : width_;
  const uint64_t needed = uint64_t(length_) + more;
  if (needed <= capacity_ && new_width == width_) return true;
  uint64_t room = needed <= capacity_ ? capacity_ : needed + needed / 2;
  if (room < 32) room = 32;
  const uint64_t bytes = room * new_width;
  void* memory = bytes > 0x7FFF0000 ? nullptr : allocate(static_cast<size_t>(bytes));
  if (!memory) {
    failed_ = true;
    (void)raise_memory_error(t_);
    return false;
  }
  copy_code_points(memory, new_width, data_, width_, length_);
  if (data_ != inline_) deallocate(data_, size_t(capacity_) * width_);
  data_ = memory;
  capacity_ = static_cast<uint32_t>(room);
  width_ = new_width;
  return true;
}

void StrBuilder::put_wide(uint32_t code_point) {
  if (!reserve(1, width_for(code_point))) return;
  ascii_ &= code_point < 0x80;
  if (width_ == 1)
    static_cast<uint8_t*>(data_)[length_++] = static_cast<uint8_t>(code_point);
  else if (width_ == 2)
    static_cast<uint16_t*>(data_)[length_++] = static_cast<uint16_t>(code_point);
  else
    static_cast<uint32_t*>(data_)[length_++] = code_point;
}

void StrBuilder::put(uint32_t code_point, uint32_t times) {
  if (!reserve(times, width_for(code_point))) return;
  for (uint32_t i = 0; i < times; ++i) put(code_point);
}

void StrBuilder::put(std::string_view utf8) {
  if (utf8.size() > 0x7FFF0000) {
    reserve(UINT32_MAX, 1);
    return;
  }
  const size_t plain = base::ascii_prefix(utf8);
  if (!reserve(static_cast<uint32_t>(utf8.size()), width_)) return;
  copy_code_points(static_cast<char*>(data_) + size_t(length_) * width_, width_, utf8.data(), 1,
                   plain);
  length_ += static_cast<uint32_t>(plain);
  for (size_t at = plain; at < utf8.size();) {
    const auto decoded = base::utf8_decode(utf8.substr(at), base::Surrogates::allowed);
    put(static_cast<uint32_t>(decoded.code_point));
    at += decoded.length;
  }
}

void StrBuilder::put(const Str& s) { put(s, 0, s.length); }

void StrBuilder::put(const Str& s, uint32_t start, uint32_t end) {
  if (start >= end) return;
  const uint32_t count = end - start;
  uint32_t merged = 0x7F;
  if (!s.is_ascii())
    merged =
        with_data(s, [&](const auto* data) { return merged_code_points(data + start, count); });
  const uint8_t width = width_for(merged);
  if (!reserve(count, width)) return;
  ascii_ &= merged < 0x80;
  if (s.width <= width_) {
    copy_code_points(static_cast<char*>(data_) + size_t(length_) * width_, width_,
                     data_at(s, start), s.width, count);
    length_ += count;
    return;
  }
  // A narrow part of a wide text.
  for (uint32_t i = start; i < end; ++i) put(s.at(i));
}

Ref<Str> StrBuilder::finish() {
  if (failed_) return {};
  if (length_ == 0) return empty_str(t_);
  if (length_ == 1)
    return make_character(t_, width_ == 1   ? static_cast<uint8_t*>(data_)[0]
                              : width_ == 2 ? static_cast<uint16_t*>(data_)[0]
                                            : static_cast<uint32_t*>(data_)[0]);
  Ref<Str> s = allocate_str(t_, str_type, length_, width_, ascii_);
  if (s) std::memcpy(s->data, data_, size_t(length_) * width_);
  return s;
}

}  // namespace gilbox::py
