// Storage of text: making, cutting and joining Str objects.
#include "runtime/str.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "runtime/exception.hpp"
#include "runtime/str_data.hpp"

namespace gilbox::py {

namespace {
Str* latin1_characters[256];
Str* empty;

constexpr uint64_t kMostBytes = 0x7FFF0000;
}  // namespace

Ref<Str> allocate_str(Thread& t, Type& type, uint32_t length, uint8_t width, bool ascii,
                      uint32_t spare) {
  const uint64_t bytes = type.instance_size + (uint64_t(length) + spare + 1) * width;
  if (bytes > kMostBytes) {
    (void)raise_memory_error(t);
    return {};
  }
  Str* s = make<Str>(t, type, static_cast<size_t>(bytes));
  if (!s) return {};
  s->length = length;
  s->width = width;
  s->state = ascii ? Str::kAscii : 0;
  s->aux = spare;
  s->data = reinterpret_cast<char*>(s) + type.instance_size;
  return Ref<Str>::adopt(s);
}

void str_dealloc(Object* object) {
  Str* s = static_cast<Str*>(object);
  free_object(s, s->type->instance_size + (size_t(s->length) + s->aux + 1) * s->width);
}

Ref<Str> make_str_uninitialised(Thread& t, uint32_t length, uint32_t max_code_point) {
  return allocate_str(t, str_type, length, width_for(max_code_point), max_code_point < 0x80);
}

Ref<Str> empty_str(Thread& t) {
  if (!empty) {
    empty = allocate_str(t, str_type, 0, 1, true).take();
    if (!empty) return {};
  }
  return Ref<Str>(empty);
}

Ref<Str> make_character(Thread& t, uint32_t code_point) {
  if (code_point < 256) {
    Str*& known = latin1_characters[code_point];
    if (!known) {
      Ref<Str> s = make_str_uninitialised(t, 1, code_point);
      if (!s) return {};
      static_cast<uint8_t*>(s->data)[0] = static_cast<uint8_t>(code_point);
      known = s.take();
    }
    return Ref<Str>(known);
  }
  Ref<Str> s = make_str_uninitialised(t, 1, code_point);
  if (!s) return {};
  with_writable_data(*s, [&](auto* data) {
    data[0] = static_cast<std::remove_reference_t<decltype(*data)>>(code_point);
  });
  return s;
}

Ref<Str> make_ascii(Thread& t, std::string_view ascii) {
  if (ascii.size() <= 1)
    return ascii.empty() ? empty_str(t) : make_character(t, static_cast<unsigned char>(ascii[0]));
  if (ascii.size() > UINT32_MAX) return (void)raise_memory_error(t), Ref<Str>();
  Ref<Str> s = make_str_uninitialised(t, static_cast<uint32_t>(ascii.size()), 0x7F);
  if (s) std::memcpy(s->data, ascii.data(), ascii.size());
  return s;
}

Ref<Str> make_str(Thread& t, std::string_view utf8) {
  if (base::ascii_prefix(utf8) == utf8.size()) return make_ascii(t, utf8);
  const base::Utf8Census census = base::utf8_census(utf8);
  if (census.code_points > UINT32_MAX) return (void)raise_memory_error(t), Ref<Str>();
  Ref<Str> s = make_str_uninitialised(t, static_cast<uint32_t>(census.code_points),
                                      static_cast<uint32_t>(census.largest));
  if (!s) return {};
  with_writable_data(*s, [&](auto* data) {
    using T = std::remove_reference_t<decltype(*data)>;
    for (size_t at = 0; at < utf8.size();) {
      const auto decoded = base::utf8_decode(utf8.substr(at), base::Surrogates::allowed);
      *data++ = static_cast<T>(decoded.code_point);
      at += decoded.length;
    }
  });
  return s;
}

Ref<Str> make_str_from(Thread& t, const uint32_t* code_points, uint32_t length) {
  if (length == 0) return empty_str(t);
  if (length == 1) return make_character(t, code_points[0]);
  const uint32_t merged = merged_code_points(code_points, length);
  Ref<Str> s = make_str_uninitialised(t, length, merged);
  if (!s) return {};
  with_writable_data(*s, [&](auto* data) {
    using T = std::remove_reference_t<decltype(*data)>;
    for (uint32_t i = 0; i < length; ++i) data[i] = static_cast<T>(code_points[i]);
  });
  return s;
}

Ref<Str> substring(Thread& t, Str& s, uint32_t start, uint32_t end) {
  if (start >= end) return empty_str(t);
  const uint32_t count = end - start;
  if (count == s.length && s.type == &str_type) return Ref<Str>(&s);
  if (count == 1) return make_character(t, s.at(start));
  const uint32_t merged = s.is_ascii() ? 0x7F : with_data(s, [&](const auto* data) {
    return merged_code_points(data + start, count);
  });
  Ref<Str> out = make_str_uninitialised(t, count, merged);
  if (!out) return {};
  if (out->width == s.width) {
    std::memcpy(out->data, data_at(s, start), size_t(count) * s.width);
  } else {
    with_writable_data(*out, [&](auto* to) {
      using T = std::remove_reference_t<decltype(*to)>;
      with_data(s, [&](const auto* from) {
        for (uint32_t i = 0; i < count; ++i) to[i] = static_cast<T>(from[start + i]);
      });
    });
  }
  return out;
}

namespace {
Ref<Str> joined(Thread& t, Str& a, Str& b, uint32_t spare) {
  if (uint64_t(a.length) + b.length > kMostBytes) return (void)raise_memory_error(t), Ref<Str>();
  const uint8_t width = a.width > b.width ? a.width : b.width;
  Ref<Str> out =
      allocate_str(t, str_type, a.length + b.length, width, a.is_ascii() && b.is_ascii(), spare);
  if (!out) return {};
  copy_code_points(out->data, width, a.data, a.width, a.length);
  copy_code_points(data_at(*out, a.length), width, b.data, b.width, b.length);
  return out;
}
}  // namespace

Ref<Str> concatenate(Thread& t, Str& a, Str& b) {
  if (a.length == 0 && b.type == &str_type) return Ref<Str>(&b);
  if (b.length == 0 && a.type == &str_type) return Ref<Str>(&a);
  return joined(t, a, b, 0);
}

Ref<Str> str_append(Thread& t, Str& a, Str& b) {
  // The one reference is the variable that is about to be overwritten by the result.
  const bool ours = a.references == 1 && a.type == &str_type && !(a.state & Str::kInterned);
  if (!ours || a.length == 0 || b.length == 0 || &a == &b) return concatenate(t, a, b);
  if (a.aux < b.length || a.width < b.width) {
    // A first append does not pay for room that may never be used.
    const uint32_t spare = a.length < 64 ? 0 : a.length / 4 + b.length;
    return joined(t, a, b, spare);
  }
  copy_code_points(data_at(a, a.length), a.width, b.data, b.width, b.length);
  a.length += b.length;
  a.aux -= b.length;
  std::memset(data_at(a, a.length), 0, a.width);
  a.state = static_cast<uint8_t>(a.state & ~Str::kHashed);
  if (!b.is_ascii()) a.state = static_cast<uint8_t>(a.state & ~Str::kAscii);
  return Ref<Str>(&a);
}

bool str_equal(Str& a, Str& b) {
  if (&a == &b) return true;
  if (a.length != b.length || a.width != b.width) return false;
  if ((a.state & b.state & Str::kHashed) && a.hash32 != b.hash32) return false;
  // Most different texts of one length differ here (there is always a character: the closing zero).
  if (*static_cast<const char*>(a.data) != *static_cast<const char*>(b.data)) return false;
  return std::memcmp(a.data, b.data, size_t(a.length) * a.width) == 0;
}

int str_compare(Str& a, Str& b) {
  const uint32_t common = a.length < b.length ? a.length : b.length;
  const int sign = a.length < b.length ? -1 : a.length > b.length;
  if (a.width == 1 && b.width == 1) {
    const int order = std::memcmp(a.data, b.data, common);
    return order != 0 ? order : sign;
  }
  return with_data(a, [&](const auto* x) {
    return with_data(b, [&](const auto* y) {
      for (uint32_t i = 0; i < common; ++i) {
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
      }
      return sign;
    });
  });
}

Utf8::Utf8(const Str& s) {
  if (s.is_ascii()) {
    data_ = static_cast<const char*>(s.data);
    size_ = s.length;
    return;
  }
  size_t size = 0;
  with_data(s, [&](const auto* data) {
    for (uint32_t i = 0; i < s.length; ++i) size += base::utf8_length(data[i]);
  });
  owned_ = static_cast<char*>(std::malloc(size + 1));
  if (!owned_) {
    // There is no thread to tell: an empty text is the least harm.
    data_ = "";
    size_ = 0;
    return;
  }
  char* out = owned_;
  with_data(s, [&](const auto* data) {
    for (uint32_t i = 0; i < s.length; ++i) out += base::utf8_encode(data[i], out);
  });
  *out = '\0';
  data_ = owned_;
  size_ = size;
}

Utf8::~Utf8() { std::free(owned_); }

}  // namespace gilbox::py
