// str: operators, indexing, iteration and the table of its methods. Storage is runtime/str.cpp.
#include "runtime/str_data.hpp"
#include "types/bytes.hpp"
#include "types/format_spec.hpp"
#include "types/slice.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

namespace {

Str& self_of(Value v) { return *v.as<Str>(); }
using Methods = TextMethods<StrKind>;

// The same text as an instance of a subclass.
Var instance_of(Thread& t, Type& type, const Str& s) {
  Ref<Str> out = allocate_str(t, type, s.length, s.width, s.is_ascii());
  if (!out) return Var::error();
  std::memcpy(out->data, s.data, size_t(s.length) * s.width);
  return std::move(out).var();
}

Var exact(Thread& t, Value v) {
  Str& s = self_of(v);
  return s.type == &str_type ? Var(v) : instance_of(t, str_type, s);
}

Var str_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  if (!bind_arguments(t, "str", "object='', encoding=None, errors=None", args, a))
    return Var::error();
  Ref<Str> text;
  if (a[0].is_unbound() && a[1].is_unbound() && a[2].is_unbound()) {
    text = empty_str(t);
  } else if (a[1].is_unbound() && a[2].is_unbound()) {
    text = str(t, a[0]);
  } else {
    if (a[0].is_unbound())
      text = empty_str(t);
    else
      text = decode_object(t, a[0], a[1], a[2]);
  }
  if (!text || &type == &str_type) return std::move(text).var();
  return instance_of(t, type, *text);
}

Var str_str(Thread& t, Value v) { return exact(t, v); }
Var str_repr(Thread& t, Value v) { return repr_of_str(t, self_of(v)).var(); }

bool str_hash_slot(Thread&, Value v, int64_t& out) {
  out = str_hash(self_of(v));
  return true;
}

Var str_compare_slot(Thread&, Value a, Value b, CompareOp op) {
  if (!is_str(a) || !is_str(b)) return Var::not_implemented();
  if (op == CompareOp::EQ) return Var::boolean(str_equal(self_of(a), self_of(b)));
  if (op == CompareOp::NE) return Var::boolean(!str_equal(self_of(a), self_of(b)));
  const int order = str_compare(self_of(a), self_of(b));
  switch (op) {
    case CompareOp::LT: return Var::boolean(order < 0);
    case CompareOp::LE: return Var::boolean(order <= 0);
    case CompareOp::GT: return Var::boolean(order > 0);
    default: return Var::boolean(order >= 0);
  }
}

int64_t str_length(Thread&, Value v) { return self_of(v).length; }

Var str_add(Thread& t, Value a, Value b) {
  if (is_str(a) && is_str(b)) return concatenate(t, self_of(a), self_of(b)).var();
  return Var::not_implemented();
}

Var str_add_in_place(Thread& t, Value a, Value b) {
  if (!is_exact_str(a) || !is_exact_str(b)) return Var::not_implemented();
  return str_append(t, self_of(a), self_of(b)).var();
}

Var str_multiply(Thread& t, Value a, Value b) {
  const Value text = is_str(a) ? a : b, times = is_str(a) ? b : a;
  if (!type_of(times)->index) return Var::not_implemented();
  int64_t count;
  if (!to_index(t, times, count)) {
    if (clear_if(t, exc::IndexError))
      return raise(t, exc::OverflowError, "cannot fit '%T' into an index-sized integer", times);
    return Var::error();
  }
  Str& s = self_of(text);
  if (count <= 0 || s.length == 0) return empty_str(t).var();
  if (count == 1) return exact(t, text);
  if (count > INT64_MAX / 8 / s.length || uint64_t(count) * s.length > UINT32_MAX)
    return raise_memory_error(t);
  Ref<Str> out =
      allocate_str(t, str_type, static_cast<uint32_t>(count * s.length), s.width, s.is_ascii());
  if (!out) return Var::error();
  const size_t whole = size_t(out->length) * s.width, piece = size_t(s.length) * s.width;
  char* data = static_cast<char*>(out->data);
  if (piece == 1) {
    std::memset(data, static_cast<const uint8_t*>(s.data)[0], whole);
  } else {
    std::memcpy(data, s.data, piece);
    for (size_t have = piece; have < whole;) {
      const size_t more = have < whole - have ? have : whole - have;
      std::memcpy(data + have, data, more);
      have += more;
    }
  }
  return std::move(out).var();
}

Var str_modulo(Thread& t, Value a, Value b) {
  if (!is_str(a)) return Var::not_implemented();
  return percent_format(t, self_of(a), b, false).var();
}

Var str_get_item(Thread& t, Value v, Value key) {
  Str& s = self_of(v);
  if (is_slice(key)) {
    SliceRange range;
    if (!slice_range(t, *key.as<Slice>(), s.length, range)) return Var::error();
    const auto start = static_cast<uint32_t>(range.start);
    if (range.step == 1) return substring(t, s, start, start + range.count).var();
    StrBuilder out(t);
    int64_t at = range.start;
    for (uint32_t i = 0; i < range.count; ++i, at += range.step)
      out.put(s.at(static_cast<uint32_t>(at)));
    return out.finish().var();
  }
  int64_t i;
  if (key.is_small()) {
    i = key.small();
  } else {
    if (!type_of(key)->index)
      return raise(t, exc::TypeError, "string indices must be integers, not '%T'", key);
    if (!to_index(t, key, i)) return Var::error();
  }
  if (i < 0) i += s.length;
  if (i < 0 || i >= s.length) return raise(t, exc::IndexError, "string index out of range");
  return make_character(t, s.at(static_cast<uint32_t>(i))).var();
}

int str_contains(Thread& t, Value v, Value item) { return Methods::contains(t, v, item); }

Var str_format_dunder(Thread& t, Value self, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__format__() argument must be str, not %T", a[0]);
  const Str& spec = self_of(a[0]);
  if (spec.length == 0) return exact(t, self);
  return format_str(t, self_of(self), spec).var();
}

Var str_sizeof(Thread&, Value self, const Value*) {
  const Str& s = self_of(self);
  return Var::small(s.type->instance_size + int64_t(s.length + 1) * s.width);
}

Var str_getnewargs(Thread& t, Value self, const Value*) {
  GILBOX_TRY(plain, instance_of(t, str_type, self_of(self)));
  const Value items[1] = {plain};
  return make_tuple(t, items, 1).var();
}

struct StrIterator : Object {
  Value text;  // unbound when exhausted
  uint32_t at;
};

void iterator_dealloc(Object* o) {
  release(static_cast<StrIterator*>(o)->text);
  free_object(o, sizeof(StrIterator));
}
Var iterator_self(Thread&, Value v) { return Var(v); }
Var iterator_next(Thread& t, Value v) {
  StrIterator& it = *v.as<StrIterator>();
  if (it.text.is_unbound()) return Var::unbound();
  Str& s = self_of(it.text);
  if (it.at < s.length) return make_character(t, s.at(it.at++)).var();
  release(std::exchange(it.text, Value::unbound()));
  return Var::unbound();
}
Var iterator_length_hint(Thread&, Value self, const Value*) {
  const StrIterator& it = *self.as<StrIterator>();
  return Var::small(it.text.is_unbound() ? 0 : int64_t(self_of(it.text).length) - it.at);
}
const NativeDef kIteratorMethods[] = {{"__length_hint__", iterator_length_hint, ""}, {}};

}  // namespace

constinit Type str_iterator_type = [] {
  Type t = static_type("str_ascii_iterator", sizeof(StrIterator), 0);
  t.dealloc = iterator_dealloc;
  t.iter = iterator_self;
  t.next = iterator_next;
  t.methods = kIteratorMethods;
  return t;
}();

namespace {

Var str_iter(Thread& t, Value v) {
  auto* it = make<StrIterator>(t, str_iterator_type);
  if (!it) return Var::error();
  it->text = Var(v).take();
  return Var::adopt(Value::object(it));
}

const NativeDef kMethods[] = {
    {"find", Methods::find, "sub, start=None, end=None, /"},
    {"rfind", Methods::rfind, "sub, start=None, end=None, /"},
    {"index", Methods::index, "sub, start=None, end=None, /"},
    {"rindex", Methods::rindex, "sub, start=None, end=None, /"},
    {"count", Methods::count, "sub, start=None, end=None, /"},
    {"startswith", Methods::startswith, "prefix, start=None, end=None, /"},
    {"endswith", Methods::endswith, "suffix, start=None, end=None, /"},
    {"removeprefix", Methods::removeprefix, "prefix, /"},
    {"removesuffix", Methods::removesuffix, "suffix, /"},
    {"strip", Methods::strip, "chars=None, /"},
    {"lstrip", Methods::lstrip, "chars=None, /"},
    {"rstrip", Methods::rstrip, "chars=None, /"},
    {"split", Methods::split, "sep=None, maxsplit=-1"},
    {"rsplit", Methods::rsplit, "sep=None, maxsplit=-1"},
    {"splitlines", Methods::splitlines, "keepends=False"},
    {"partition", Methods::partition, "sep, /"},
    {"rpartition", Methods::rpartition, "sep, /"},
    {"join", str_join, "iterable, /"},
    {"replace", str_replace, "old, new, /, count=-1"},
    {"upper", str_upper, ""},
    {"lower", str_lower, ""},
    {"title", str_title, ""},
    {"capitalize", str_capitalize, ""},
    {"casefold", str_casefold, ""},
    {"swapcase", str_swapcase, ""},
    {"isalpha", str_isalpha, ""},
    {"isalnum", str_isalnum, ""},
    {"isascii", str_isascii, ""},
    {"isdecimal", str_isdecimal, ""},
    {"isdigit", str_isdigit, ""},
    {"isnumeric", str_isnumeric, ""},
    {"isidentifier", str_isidentifier, ""},
    {"islower", str_islower, ""},
    {"isupper", str_isupper, ""},
    {"istitle", str_istitle, ""},
    {"isprintable", str_isprintable, ""},
    {"isspace", str_isspace, ""},
    {"center", str_center, "width, fillchar=' ', /"},
    {"ljust", str_ljust, "width, fillchar=' ', /"},
    {"rjust", str_rjust, "width, fillchar=' ', /"},
    {"zfill", str_zfill, "width, /"},
    {"expandtabs", str_expandtabs, "tabsize=8"},
    {"translate", str_translate, "table, /"},
    {"maketrans", str_maketrans, "x, y=None, z=None, /", nullptr, NativeKind::Static},
    {"encode", str_encode, "encoding='utf-8', errors='strict'"},
    {"format", str_format_method},
    {"format_map", str_format_map, "mapping, /"},
    {"__format__", str_format_dunder, "format_spec, /"},
    {"__sizeof__", str_sizeof, ""},
    {"__getnewargs__", str_getnewargs, ""},
    {}};

}  // namespace

constinit Type str_type = [] {
  Type t = static_type("str", sizeof(Str), kBase | kSubStr);
  t.dealloc = str_dealloc;
  t.new_ = str_new;
  t.repr = str_repr;
  t.str = str_str;
  t.hash = str_hash_slot;
  t.compare = str_compare_slot;
  t.iter = str_iter;
  t.length = str_length;
  t.get_item = str_get_item;
  t.contains = str_contains;
  t.binary[static_cast<int>(BinaryOp::Add)] = str_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = str_multiply;
  t.binary[static_cast<int>(BinaryOp::Mod)] = str_modulo;
  t.in_place[static_cast<int>(BinaryOp::Add)] = str_add_in_place;
  t.methods = kMethods;
  t.doc =
      "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
      "Create a new string object from the given object. If encoding or\n"
      "errors is specified, then the object must expose a data buffer\n"
      "that will be decoded using the given encoding and error handler.\n"
      "Otherwise, returns the result of object.__str__() (if defined)\n"
      "or repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.";
  return t;
}();

}  // namespace gilbox::py
