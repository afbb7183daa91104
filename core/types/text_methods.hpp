// The methods that str, bytes and bytearray have in common, once: each type says with a `Kind` how
// its values are looked at and made.
//
//   struct StrKind {
//     using Holder = …;                         keeps an argument's memory in place while it lives
//     static TextView view(Value self);
//     static bool take(Thread&, Value v, const char* function, int number, Holder&, TextView& out);
//     static bool take_item(…);                 the same, also an int for bytes (find, count, in)
//     static Var cut(Thread&, Value self, uint32_t start, uint32_t end);
//     static bool is_space(uint32_t c);
//     static bool is_line_break(uint32_t c);
//     static constexpr const char* kName;       "str": what error messages call it
//     static Var join_parts / replaced …        see replace below
//   };
// Threads: with the GIL held.
#pragma once

#include <cstring>

#include "runtime/interrupt.hpp"
#include "runtime/type_of.hpp"
#include "types/text_view.hpp"

namespace gilbox::py {

// Python's optional start and end, brought into 0 … length. False: not an index.
inline bool text_range(Thread& t, Value start, Value end, uint32_t length, uint32_t& a,
                       uint32_t& b) {
  int64_t low = 0, high = length;
  const auto wrong = [&] {
    if (clear_if(t, exc::TypeError))
      (void)raise(t, exc::TypeError,
                  "slice indices must be integers or None or have an __index__ method");
    return false;
  };
  if (!start.is_unbound() && !start.is_none() && !to_index(t, start, low, true)) return wrong();
  if (!end.is_unbound() && !end.is_none() && !to_index(t, end, high, true)) return wrong();
  const int64_t n = length;
  if (high > n) high = n;
  if (high < 0) high = high + n < 0 ? 0 : high + n;
  if (low < 0) low = low + n < 0 ? 0 : low + n;
  // A start beyond the end finds nothing, not even the empty text.
  a = static_cast<uint32_t>(low > n ? n + 1 : low);
  b = static_cast<uint32_t>(high);
  return true;
}

template <class Kind>
struct TextMethods {
  using Holder = typename Kind::Holder;

  // -2: error, -1: not found.
  template <bool kLast>
  static int64_t find_place(Thread& t, Value self, const Value* a, const char* name) {
    Holder holder;
    TextView needle;
    if (!Kind::take_item(t, a[0], name, 1, holder, needle)) return -2;
    uint32_t start, end;
    if (!text_range(t, a[1], a[2], Kind::view(self).length, start, end)) return -2;
    if (start > end) return -1;
    const TextView part = Kind::view(self).part(start, end);
    const int64_t at = kLast ? find_last(part, needle) : find_first(part, needle);
    return at < 0 ? -1 : at + start;
  }
  static Var find(Thread& t, Value self, const Value* a) {
    const int64_t at = find_place<false>(t, self, a, "find");
    return at == -2 ? Var::error() : Var::small(at);
  }
  static Var rfind(Thread& t, Value self, const Value* a) {
    const int64_t at = find_place<true>(t, self, a, "rfind");
    return at == -2 ? Var::error() : Var::small(at);
  }
  static Var not_found(Thread& t) { return raise(t, exc::ValueError, "%s not found", Kind::kPart); }
  static Var index(Thread& t, Value self, const Value* a) {
    const int64_t at = find_place<false>(t, self, a, "index");
    return at >= 0 ? Var::small(at) : at == -2 ? Var::error() : not_found(t);
  }
  static Var rindex(Thread& t, Value self, const Value* a) {
    const int64_t at = find_place<true>(t, self, a, "rindex");
    return at >= 0 ? Var::small(at) : at == -2 ? Var::error() : not_found(t);
  }
  static Var count(Thread& t, Value self, const Value* a) {
    Holder holder;
    TextView needle;
    if (!Kind::take_item(t, a[0], "count", 1, holder, needle)) return Var::error();
    uint32_t start, end;
    if (!text_range(t, a[1], a[2], Kind::view(self).length, start, end)) return Var::error();
    if (start > end) return Var::small(0);
    return Var::small(count_of(Kind::view(self).part(start, end), needle));
  }

  template <bool kEnd>
  static Var matches_edge(Thread& t, Value self, const Value* a, const char* name) {
    uint32_t start, end;
    if (!text_range(t, a[1], a[2], Kind::view(self).length, start, end)) return Var::error();
    const auto try_one = [&](Value affix) {
      Holder holder;
      TextView view;
      if (!Kind::take_affix(t, affix, name, is_tuple(a[0]), holder, view)) return -1;
      if (start > end) return 0;
      const TextView part = Kind::view(self).part(start, end);
      return static_cast<int>(kEnd ? ends_with(part, view) : starts_with(part, view));
    };
    if (!is_tuple(a[0])) {
      const int r = try_one(a[0]);
      return r < 0 ? Var::error() : Var::boolean(r);
    }
    const Tuple& all = *a[0].template as<Tuple>();
    for (uint32_t i = 0; i < all.size; ++i) {
      const int r = try_one(all.items[i]);
      if (r != 0) return r < 0 ? Var::error() : Var::boolean(true);
    }
    return Var::boolean(false);
  }
  static Var startswith(Thread& t, Value self, const Value* a) {
    return matches_edge<false>(t, self, a, "startswith");
  }
  static Var endswith(Thread& t, Value self, const Value* a) {
    return matches_edge<true>(t, self, a, "endswith");
  }

  static Var removeprefix(Thread& t, Value self, const Value* a) {
    Holder holder;
    TextView affix;
    if (!Kind::take(t, a[0], "removeprefix", 0, holder, affix)) return Var::error();
    const TextView view = Kind::view(self);
    return Kind::cut(t, self, starts_with(view, affix) ? affix.length : 0, view.length);
  }
  static Var removesuffix(Thread& t, Value self, const Value* a) {
    Holder holder;
    TextView affix;
    if (!Kind::take(t, a[0], "removesuffix", 0, holder, affix)) return Var::error();
    const TextView view = Kind::view(self);
    const bool drop = affix.length && ends_with(view, affix);
    return Kind::cut(t, self, 0, view.length - (drop ? affix.length : 0));
  }

  template <bool kLeft, bool kRight>
  static Var strip_sides(Thread& t, Value self, const Value* a, const char* name) {
    const TextView view = Kind::view(self);
    Holder holder;
    TextView set;
    const bool given = !a[0].is_unbound() && !a[0].is_none();
    if (given && !Kind::take_strip(t, a[0], name, holder, set)) return Var::error();
    const auto drop = [&](uint32_t c) {
      if (!given) return Kind::is_space(c);
      for (uint32_t i = 0; i < set.length; ++i)
        if (set.at(i) == c) return true;
      return false;
    };
    uint32_t start = 0, end = view.length;
    if (kLeft)
      while (start < end && drop(view.at(start))) ++start;
    if (kRight)
      while (end > start && drop(view.at(end - 1))) --end;
    return Kind::cut(t, self, start, end);
  }
  static Var strip(Thread& t, Value self, const Value* a) {
    return strip_sides<true, true>(t, self, a, "strip");
  }
  static Var lstrip(Thread& t, Value self, const Value* a) {
    return strip_sides<true, false>(t, self, a, "lstrip");
  }
  static Var rstrip(Thread& t, Value self, const Value* a) {
    return strip_sides<false, true>(t, self, a, "rstrip");
  }

  // Adds self[start:end] to the list; looks for interruption now and then.
  static bool add_part(Thread& t, List& out, Value self, uint32_t start, uint32_t end) {
    if ((out.size & 0xFFF) == 0xFFF && interrupted(t)) return false;
    Var part = Kind::cut(t, self, start, end);
    return !part.failed() && list_append(t, out, part);
  }

  static bool maximum_splits(Thread& t, Value v, int64_t& most) {
    most = -1;
    if (!v.is_unbound() && !to_int64(t, v, most)) return false;
    if (most < 0) most = INT64_MAX;
    return true;
  }

  static Var split(Thread& t, Value self, const Value* a) {
    int64_t most;
    if (!maximum_splits(t, a[1], most)) return Var::error();
    const TextView view = Kind::view(self);
    Ref<List> out = make_list(t);
    if (!out) return Var::error();
    if (a[0].is_unbound() || a[0].is_none()) {
      for (uint32_t at = 0;;) {
        while (at < view.length && Kind::is_space(view.at(at))) ++at;
        if (at == view.length) break;
        uint32_t end = at;
        if (most-- == 0) {
          // What is left keeps its trailing space.
          if (!add_part(t, *out, self, at, view.length)) return Var::error();
          break;
        }
        while (end < view.length && !Kind::is_space(view.at(end))) ++end;
        if (!add_part(t, *out, self, at, end)) return Var::error();
        at = end;
      }
      return std::move(out).var();
    }
    Holder holder;
    TextView separator;
    if (!Kind::take_separator(t, a[0], holder, separator)) return Var::error();
    if (separator.length == 0) return raise(t, exc::ValueError, "empty separator");
    uint32_t at = 0;
    while (most-- > 0) {
      const int64_t found = find_first(view.part(at, view.length), separator);
      if (found < 0) break;
      if (!add_part(t, *out, self, at, at + static_cast<uint32_t>(found))) return Var::error();
      at += static_cast<uint32_t>(found) + separator.length;
    }
    if (!add_part(t, *out, self, at, view.length)) return Var::error();
    return std::move(out).var();
  }

  static Var rsplit(Thread& t, Value self, const Value* a) {
    int64_t most;
    if (!maximum_splits(t, a[1], most)) return Var::error();
    const TextView view = Kind::view(self);
    Ref<List> out = make_list(t);
    if (!out) return Var::error();
    uint32_t end = view.length;
    if (a[0].is_unbound() || a[0].is_none()) {
      for (;;) {
        while (end > 0 && Kind::is_space(view.at(end - 1))) --end;
        if (end == 0) break;
        uint32_t start = most-- == 0 ? 0 : end;
        if (start != 0) {
          while (start > 0 && !Kind::is_space(view.at(start - 1))) --start;
        }
        if (!add_part(t, *out, self, start, end)) return Var::error();
        if (start == 0) break;
        end = start;
      }
    } else {
      Holder holder;
      TextView separator;
      if (!Kind::take_separator(t, a[0], holder, separator)) return Var::error();
      if (separator.length == 0) return raise(t, exc::ValueError, "empty separator");
      while (most-- > 0) {
        const int64_t found = find_last(view.part(0, end), separator);
        if (found < 0) break;
        if (!add_part(t, *out, self, static_cast<uint32_t>(found) + separator.length, end))
          return Var::error();
        end = static_cast<uint32_t>(found);
      }
      if (!add_part(t, *out, self, 0, end)) return Var::error();
    }
    for (uint32_t i = 0, k = out->size; i + 1 < k; ++i) std::swap(out->items[i], out->items[--k]);
    return std::move(out).var();
  }

  static Var splitlines(Thread& t, Value self, const Value* a) {
    int keep = 0;
    if (!a[0].is_unbound() && (keep = truth(t, a[0])) < 0) return Var::error();
    const TextView view = Kind::view(self);
    Ref<List> out = make_list(t);
    if (!out) return Var::error();
    for (uint32_t at = 0; at < view.length;) {
      uint32_t end = at;
      while (end < view.length && !Kind::is_line_break(view.at(end))) ++end;
      uint32_t next = end;
      if (next < view.length) {
        next +=
            view.at(next) == '\r' && next + 1 < view.length && view.at(next + 1) == '\n' ? 2 : 1;
      }
      if (!add_part(t, *out, self, at, keep ? next : end)) return Var::error();
      at = next;
    }
    return std::move(out).var();
  }

  template <bool kLast>
  static Var partition_at(Thread& t, Value self, const Value* a) {
    Holder holder;
    TextView separator;
    if (!Kind::take_separator(t, a[0], holder, separator)) return Var::error();
    if (separator.length == 0) return raise(t, exc::ValueError, "empty separator");
    const TextView view = Kind::view(self);
    const int64_t found = kLast ? find_last(view, separator) : find_first(view, separator);
    Var parts[3];
    if (found < 0) {
      parts[kLast ? 2 : 0] = Kind::cut(t, self, 0, view.length);
      parts[1] = Kind::cut(t, self, 0, 0);
      parts[kLast ? 0 : 2] = Kind::cut(t, self, 0, 0);
    } else {
      const auto at = static_cast<uint32_t>(found), after = at + separator.length;
      parts[0] = Kind::cut(t, self, 0, at);
      parts[1] = Kind::cut(t, self, at, after);
      parts[2] = Kind::cut(t, self, after, view.length);
    }
    for (const Var& part : parts)
      if (part.failed()) return Var::error();
    const Value items[3] = {parts[0], parts[1], parts[2]};
    return make_tuple(t, items, 3).var();
  }
  static Var partition(Thread& t, Value self, const Value* a) {
    return partition_at<false>(t, self, a);
  }
  static Var rpartition(Thread& t, Value self, const Value* a) {
    return partition_at<true>(t, self, a);
  }

  // 1, 0; -1: error.
  static int contains(Thread& t, Value self, Value item) {
    Holder holder;
    TextView needle;
    if (!Kind::take_contained(t, item, holder, needle)) return -1;
    return find_first(Kind::view(self), needle) >= 0;
  }
};

}  // namespace gilbox::py
