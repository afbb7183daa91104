// Putting texts together: join, replace, repeat.
#include "runtime/str_data.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

Ref<Str> join_strs(Thread& t, Str& separator, Value iterable) {
  Ref<Tuple> owned;
  const Value* items;
  uint32_t count;
  // A list cannot change below: no Python code runs.
  if (is_list(iterable)) {
    items = iterable.as<List>()->items;
    count = iterable.as<List>()->size;
  } else {
    owned = tuple_from(t, iterable);
    if (!owned) {
      if (!type_of(iterable)->iter && clear_if(t, exc::TypeError))
        (void)raise(t, exc::TypeError, "can only join an iterable");
      return {};
    }
    items = owned->items;
    count = owned->size;
  }
  if (count == 0) return empty_str(t);
  uint64_t length = uint64_t(separator.length) * (count - 1);
  uint8_t width = count > 1 ? separator.width : 1;
  bool ascii = count == 1 || separator.is_ascii();
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_str(items[i])) {
      (void)raise(t, exc::TypeError, "sequence item %u: expected str instance, %T found", i,
                  items[i]);
      return {};
    }
    const Str& s = *items[i].as<Str>();
    length += s.length;
    if (s.width > width) width = s.width;
    ascii = ascii && s.is_ascii();
  }
  if (count == 1 && is_exact_str(items[0])) return Ref<Str>(items[0].as<Str>());
  if (length == 0) return empty_str(t);
  if (length > UINT32_MAX) return (void)raise_memory_error(t), Ref<Str>();
  Ref<Str> out = allocate_str(t, str_type, static_cast<uint32_t>(length), width, ascii);
  if (!out) return {};
  size_t at = 0;
  const auto put = [&](const Str& s) {
    copy_code_points(data_at(*out, at), width, s.data, s.width, s.length);
    at += s.length;
  };
  for (uint32_t i = 0; i < count; ++i) {
    if (i && separator.length) put(separator);
    put(*items[i].as<Str>());
  }
  return out;
}

Var str_join(Thread& t, Value self, const Value* a) {
  return join_strs(t, *self.as<Str>(), a[0]).var();
}

Var str_replace(Thread& t, Value self, const Value* a) {
  StrKind::Holder holder;
  TextView from, to;
  if (!StrKind::take(t, a[0], "replace", 1, holder, from) ||
      !StrKind::take(t, a[1], "replace", 2, holder, to))
    return Var::error();
  int64_t most;
  if (!TextMethods<StrKind>::maximum_splits(t, a[2], most)) return Var::error();
  Str& s = *self.as<Str>();
  const TextView text = view_of(s);
  StrBuilder out(t);
  uint32_t at = 0;
  bool changed = false;
  const Str& with = *a[1].as<Str>();
  if (from.length == 0) {
    for (uint32_t i = 0; i <= s.length && most > 0; ++i, --most) {
      out.put(with);
      changed = true;
      if (i < s.length) out.put(s, i, i + 1);
      at = i + 1;
      if (out.failed() || ((i & 0xFFFF) == 0xFFFF && interrupted(t))) return Var::error();
    }
    if (at > s.length) at = s.length;
  } else {
    for (uint32_t round = 0; most > 0; --most, ++round) {
      const int64_t found = find_first(text.part(at, text.length), from);
      if (found < 0) break;
      changed = true;
      out.put(s, at, at + static_cast<uint32_t>(found));
      out.put(with);
      at += static_cast<uint32_t>(found) + from.length;
      if (out.failed() || ((round & 0xFFFF) == 0xFFFF && interrupted(t))) return Var::error();
    }
  }
  if (!changed) return substring(t, s, 0, s.length).var();
  out.put(s, at, s.length);
  return out.finish().var();
}

}  // namespace gilbox::py
