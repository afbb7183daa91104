#include "modules/re_objects.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py::re {

bool Subject::set(Thread& t, const Pattern& p, Value v) {
  string = v;
  if (is_str(v)) {
    if (p.bytes)
      return raise(t, exc::TypeError, "cannot use a bytes pattern on a string-like object"), false;
    const Str& s = *v.as<Str>();
    text = {s.data, s.length, s.width};
    return true;
  }
  if (!has_buffer(v))
    return raise(t, exc::TypeError, "expected string or bytes-like object, got '%T'", v), false;
  if (!p.bytes)
    return raise(t, exc::TypeError, "cannot use a string pattern on a bytes-like object"), false;
  if (!get_buffer(t, v, buffer_)) return false;
  if (buffer_.length >= UINT32_MAX)
    return raise(t, exc::OverflowError, "bytes-like object is too long"), false;
  text = {buffer_.data, static_cast<uint32_t>(buffer_.length), 1};
  return true;
}

Var Subject::slice(Thread& t, uint32_t from, uint32_t to) const {
  if (is_str(string)) return substring(t, *string.as<Str>(), from, to).var();
  if (from == 0 && to == text.length && type_of(string) == &bytes_type) return Var(string);
  return make_bytes(t, {static_cast<const char*>(text.data) + from, to - from}).var();
}

// Long matching is a place to switch threads and answer signals, as a loop in Python is: the text
// cannot change meanwhile, and an alarm of module signal is rung by a thread.
Search::Search(Thread& t, const Pattern& p, const Subject& s)
    : Matcher(*p.program, s.text,
              {[](void* data) {
                 auto& thread = *static_cast<Thread*>(data);
                 const bool idle = thread.breaker.load(std::memory_order_relaxed) == 0;
                 return !idle && hooks.interrupt && !hooks.interrupt(thread);
               },
               &t}) {}

int answer(Thread& t, regex::Outcome outcome) {
  if (outcome == regex::Outcome::no_memory) raise_memory_error(t);
  return outcome == regex::Outcome::found ? 1 : outcome == regex::Outcome::none ? 0 : -1;
}

void clip(const Subject& s, int64_t& from, int64_t& to) {
  const int64_t length = s.length();
  from = from < 0 ? 0 : from > length ? length : from;
  to = to < 0 ? 0 : to > length ? length : to;
}

void Output::put(const Subject& s, uint32_t from, uint32_t to) {
  if (from >= to) return;
  if (bytes_)
    bytes_out_.put({static_cast<const char*>(s.text.data) + from, to - from});
  else
    text_.put(*s.string.as<Str>(), from, to);
}

bool Output::put(Thread& t, Value piece) {
  if (!bytes_) {
    text_.put(*piece.as<Str>());
    return true;
  }
  Buffer b;
  if (!get_buffer(t, piece, b)) return false;
  bytes_out_.put(b.view());
  return true;
}

Var raise_pattern_error(Thread& t, Ref<Str> message, Value pattern, uint32_t position) {
  Str* name = intern(t, std::string_view("re"));
  GILBOX_TRY(module, name && message ? import_module(t, name) : Var::error());
  GILBOX_TRY(type, get_attr(t, module, "PatternError"));
  Value arguments[] = {message.value(), pattern, Value::small(position)};
  GILBOX_TRY(e, call(t, type, arguments, position == regex::kUnlimited ? 1 : 3));
  return raise_instance(t, e);
}

Ref<Str> part_of(Thread& t, Value pattern, uint32_t start, uint32_t length) {
  if (is_str(pattern)) return substring(t, *pattern.as<Str>(), start, start + length);
  Buffer b;
  if (!get_buffer(t, pattern, b)) return {};
  StrBuilder text(t);
  for (uint32_t i = 0; i < length; ++i) text.put(static_cast<uint32_t>(b.data[start + i]));
  return text.finish();
}

}  // namespace gilbox::py::re
