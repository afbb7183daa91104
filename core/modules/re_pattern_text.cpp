// What a Pattern does with a whole text: findall, split, sub.
#include "modules/re_objects.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py::re {

namespace {

constexpr uint32_t kUnset = regex::Matcher::kUnset;

// Text of a group; what took no part is `missing`, or empty text when that is unbound.
Var group_text(Thread& t, const Subject& s, const regex::Matcher& m, uint32_t group,
               Value missing) {
  const uint32_t from = m.mark(2 * group), to = m.mark(2 * group + 1);
  if (from != kUnset && to != kUnset) return s.slice(t, from, to);
  return missing.is_unbound() ? s.slice(t, 0, 0) : Var(missing);
}

// Calls each(search) for the matches from `from` on, at most `most` (0: all). False: an error is
// set.
template <class F>
bool each_match(Thread& t, Search& m, uint32_t from, uint32_t to, int64_t most, F&& each) {
  uint32_t not_empty_at = kUnset;
  for (int64_t n = 0; most <= 0 || n < most; ++n) {
    const int found = answer(t, m.search(from, to, not_empty_at));
    if (found <= 0) return found == 0;
    if (!each()) return false;
    from = m.mark(1);
    not_empty_at = m.mark(0) == from ? from : kUnset;  // after an empty match comes one that is not
  }
  return true;
}

// The replacement as a whole: (text, how often).
Var substitute(Thread& t, Value v, const Value* a, bool with_count) {
  Pattern& p = *v.as<Pattern>();
  Value replacement = a[0];
  int64_t most = 0, done = 0;
  if (!a[2].is_unbound() && !to_index(t, a[2], most, true)) return Var::error();
  Template parsed;
  const bool computed = is_callable(replacement);
  bool plain = false;
  if (!computed) {
    if (is_str(replacement) != !p.bytes || (p.bytes && !has_buffer(replacement))) {
      if (!is_str(replacement) && !has_buffer(replacement))
        return raise(t, exc::TypeError, "decoding to str: need a bytes-like object, %T found",
                     replacement);
      return raise(t, exc::TypeError,
                   p.bytes ? "sequence item 0: expected a bytes-like object, %T found"
                           : "sequence item 0: expected str instance, %T found",
                   replacement);
    }
    plain = is_str(replacement) && replacement.as<Str>()->length == 0;
    if (!plain && !parsed.parse(t, p, replacement)) return Var::error();
  }
  Subject s;
  if (!s.set(t, p, a[1])) return Var::error();
  Search m(t, p, s);
  Output out(t, p.bytes);
  uint32_t at = 0, items = 0;
  const bool ok = each_match(t, m, 0, s.length(), most, [&] {
    ++done;
    if (at < m.mark(0)) ++items;
    out.put(s, at, m.mark(0));
    at = m.mark(1);
    if (!computed) return plain || parsed.put(t, out, s, [&](uint32_t n) { return m.mark(n); });
    Var match = make_match(t, p, s, m, 0, s.length());
    if (match.failed()) return false;
    Var text = call1(t, replacement, match);
    if (text.failed()) return false;
    if (text.get().is_none()) return true;
    if (p.bytes ? !has_buffer(text) : !is_str(text)) {
      raise(t, exc::TypeError,
            p.bytes ? "sequence item %d: expected a bytes-like object, %T found"
                    : "sequence item %d: expected str instance, %T found",
            static_cast<int>(items), text.get());
      return false;
    }
    ++items;
    return out.put(t, text);
  });
  if (!ok) return Var::error();
  Var result;
  if (done) {
    out.put(s, at, s.length());
    result = out.finish();
  } else {
    result = s.slice(t, 0, s.length());
  }
  if (!with_count || result.failed()) return result;
  Value pair[] = {result, Value::small(done)};
  return make_tuple(t, pair, 2).var();
}

}  // namespace

Var pattern_sub(Thread& t, Value v, const Value* a) { return substitute(t, v, a, false); }
Var pattern_subn(Thread& t, Value v, const Value* a) { return substitute(t, v, a, true); }

Var pattern_findall(Thread& t, Value v, const Value* a) {
  Pattern& p = *v.as<Pattern>();
  Subject s;
  int64_t from = 0, to = INT64_MAX;
  if (!s.set(t, p, a[0]) || (!a[1].is_unbound() && !to_index(t, a[1], from, true)) ||
      (!a[2].is_unbound() && !to_index(t, a[2], to, true)))
    return Var::error();
  clip(s, from, to);
  Search m(t, p, s);
  Ref<List> all = make_list(t);
  const uint32_t groups = p.program->groups;
  const bool ok =
      all && each_match(t, m, static_cast<uint32_t>(from), static_cast<uint32_t>(to), 0, [&] {
        if (groups <= 2) {
          Var text = group_text(t, s, m, groups - 1, Value());
          return !text.failed() && list_append(t, *all, text);
        }
        Ref<List> row = make_list(t);
        for (uint32_t g = 1; g < groups; ++g) {
          Var text = group_text(t, s, m, g, Value());
          if (!row || text.failed() || !list_append(t, *row, text)) return false;
        }
        Ref<Tuple> tuple = make_tuple(t, row->items, row->size);
        return tuple && list_append(t, *all, tuple.value());
      });
  return ok ? std::move(all).var() : Var::error();
}

Var pattern_split(Thread& t, Value v, const Value* a) {
  Pattern& p = *v.as<Pattern>();
  Subject s;
  int64_t most = 0;
  if (!s.set(t, p, a[0]) || (!a[1].is_unbound() && !to_index(t, a[1], most, true)))
    return Var::error();
  Search m(t, p, s);
  Ref<List> all = make_list(t);
  uint32_t at = 0;
  const auto piece = [&](uint32_t to) {
    Var text = s.slice(t, at, to);
    return !text.failed() && list_append(t, *all, text);
  };
  bool ok = static_cast<bool>(all);
  ok = ok && (most < 0 || each_match(
                              t, m, 0, s.length(), most,
                              [&] {
                                if (!piece(m.mark(0))) return false;
                                at = m.mark(1);
                                for (uint32_t g = 1; g < p.program->groups; ++g) {
                                  Var text = group_text(t, s, m, g, Value::none());
                                  if (text.failed() || !list_append(t, *all, text)) return false;
                                }
                                return true;
                              }));
  return ok && piece(s.length()) ? std::move(all).var() : Var::error();
}

}  // namespace gilbox::py::re
