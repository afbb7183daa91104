// re.Match: what a pattern found (Library Reference, "re").
#include "modules/re_objects.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"

namespace gilbox::py::re {

namespace {

constexpr uint32_t kUnset = regex::Matcher::kUnset;

Match& self_of(Value v) { return *v.as<Match>(); }
uint32_t groups_of(const Match& m) { return m.pattern->program->groups; }
size_t bytes_of(const Match& m) {
  return sizeof(Match) + (2 * groups_of(m) - 1) * sizeof(uint32_t);
}

// The number of a group given by number or name; false: IndexError.
bool group_number(Thread& t, const Match& m, Value which, uint32_t& out) {
  int64_t n = -1;
  if (which.is_small()) {
    n = which.small();
  } else if (is_int(which) || type_of(which)->index) {
    if (!to_index(t, which, n, true)) return false;
  } else {
    Var found = dict_get_item(t, *m.pattern->groupindex.as<Dict>(), which);
    if (found.failed()) return false;
    if (!found.is_unbound()) n = found.get().small();
  }
  if (n < 0 || n >= groups_of(m)) return raise(t, exc::IndexError, "no such group"), false;
  out = static_cast<uint32_t>(n);
  return true;
}

Var text_of(Thread& t, const Match& m, uint32_t group, Value missing) {
  const uint32_t from = m.marks[2 * group], to = m.marks[2 * group + 1];
  if (from == kUnset || to == kUnset) return Var(missing);
  Subject s;
  if (!s.set(t, *m.pattern, m.string)) return Var::error();
  const uint32_t length = s.length();  // a bytearray may have shrunk
  return s.slice(t, from < length ? from : length, to < length ? to : length);
}

Var group(Thread& t, Value v, const Args& args) {
  Match& m = self_of(v);
  if (args.keyword_count())
    return raise(t, exc::TypeError, "Match.group() takes no keyword arguments");
  uint32_t g = 0;
  if (args.count <= 1) {
    if (args.count && !group_number(t, m, args[0], g)) return Var::error();
    return text_of(t, m, g, Value::none());
  }
  Ref<List> all = make_list(t);
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!all || !group_number(t, m, args[i], g)) return Var::error();
    Var text = text_of(t, m, g, Value::none());
    if (text.failed() || !list_append(t, *all, text)) return Var::error();
  }
  return make_tuple(t, all->items, all->size).var();
}
Var get_item(Thread& t, Value v, Value key) {
  uint32_t g;
  return group_number(t, self_of(v), key, g) ? text_of(t, self_of(v), g, Value::none())
                                             : Var::error();
}

Var groups(Thread& t, Value v, const Value* a) {
  Match& m = self_of(v);
  Ref<List> all = make_list(t);
  for (uint32_t g = 1; g < groups_of(m); ++g) {
    Var text = text_of(t, m, g, a[0].is_unbound() ? Value::none() : a[0]);
    if (!all || text.failed() || !list_append(t, *all, text)) return Var::error();
  }
  return all ? make_tuple(t, all->items, all->size).var() : Var::error();
}
Var groupdict(Thread& t, Value v, const Value* a) {
  Match& m = self_of(v);
  Ref<Dict> all = make_dict(t);
  uint32_t at = 0;
  while (DictEntry* e = all ? dict_next(*m.pattern->groupindex.as<Dict>(), at) : nullptr) {
    Var text = text_of(t, m, static_cast<uint32_t>(e->value.small()),
                       a[0].is_unbound() ? Value::none() : a[0]);
    if (text.failed() || !dict_set_item(t, *all, e->key, text)) return Var::error();
  }
  return std::move(all).var();
}

Value place(uint32_t mark) {
  return Value::small(mark == kUnset ? -1 : static_cast<int64_t>(mark));
}
Var span_of(Thread& t, const Match& m, uint32_t g) {
  Value pair[] = {place(m.marks[2 * g]), place(m.marks[2 * g + 1])};
  return make_tuple(t, pair, 2).var();
}
template <uint32_t Side>
Var edge(Thread& t, Value v, const Value* a) {
  uint32_t g = 0;
  if (!a[0].is_unbound() && !group_number(t, self_of(v), a[0], g)) return Var::error();
  return Var(place(self_of(v).marks[2 * g + Side]));
}
Var span(Thread& t, Value v, const Value* a) {
  uint32_t g = 0;
  if (!a[0].is_unbound() && !group_number(t, self_of(v), a[0], g)) return Var::error();
  return span_of(t, self_of(v), g);
}
Var regs(Thread& t, Value v, const Value*) {
  Ref<List> all = make_list(t);
  for (uint32_t g = 0; g < groups_of(self_of(v)); ++g) {
    Var pair = span_of(t, self_of(v), g);
    if (!all || pair.failed() || !list_append(t, *all, pair)) return Var::error();
  }
  return all ? make_tuple(t, all->items, all->size).var() : Var::error();
}
Var last_index(Thread&, Value v, const Value*) {
  return self_of(v).last_group ? Var::small(self_of(v).last_group) : Var::none();
}
Var last_name(Thread&, Value v, const Value*) {
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*self_of(v).pattern->groupindex.as<Dict>(), at))
    if (self_of(v).last_group && e->value == Value::small(self_of(v).last_group))
      return Var(e->key);
  return Var::none();
}
Var string_of(Thread&, Value v, const Value*) { return Var(self_of(v).string); }
Var pattern_of(Thread&, Value v, const Value*) { return Var(Value::object(self_of(v).pattern)); }
Var position(Thread&, Value v, const Value*) { return Var::small(self_of(v).position); }
Var end_position(Thread&, Value v, const Value*) { return Var::small(self_of(v).end_position); }
Var itself(Thread&, Value v, const Value*) { return Var(v); }

Var expand(Thread& t, Value v, const Value* a) {
  Match& m = self_of(v);
  Template parsed;
  Subject s;
  if (!parsed.parse(t, *m.pattern, a[0]) || !s.set(t, *m.pattern, m.string)) return Var::error();
  Output out(t, m.pattern->bytes);
  return parsed.put(t, out, s, [&](uint32_t n) { return m.marks[n]; }) ? out.finish()
                                                                       : Var::error();
}

Var match_repr(Thread& t, Value v) {
  Match& m = self_of(v);
  GILBOX_TRY(text, text_of(t, m, 0, Value::none()));
  Ref<Str> shown = repr(t, text);
  if (!shown) return Var::error();
  StrBuilder out(t);
  Ref<Str> head = format_text(t, "<re.Match object; span=(%u, %u), match=", m.marks[0], m.marks[1]);
  if (!head) return Var::error();
  out.put(*head);
  out.put(*shown, 0, shown->length < 50 ? shown->length : 50);
  out.put('>');
  return out.finish().var();
}

void match_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Match*>(o)->pattern);
  visit(static_cast<Match*>(o)->string);
}
void match_dealloc(Object* o) {
  auto* m = static_cast<Match*>(o);
  const size_t bytes = bytes_of(*m);
  release(m->string);
  release(static_cast<Object*>(m->pattern));
  free_object(o, bytes);
}

const NativeDef kMethods[] = {
    {"group", group},
    {"groups", groups, "default=None"},
    {"groupdict", groupdict, "default=None"},
    {"start", edge<0>, "group=0, /"},
    {"end", edge<1>, "group=0, /"},
    {"span", span, "group=0, /"},
    {"expand", expand, "template"},
    {"__copy__", itself, ""},
    {"__deepcopy__", itself, "memo, /"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {"string", string_of, "", nullptr, NativeKind::Property},
    {"re", pattern_of, "", nullptr, NativeKind::Property},
    {"pos", position, "", nullptr, NativeKind::Property},
    {"endpos", end_position, "", nullptr, NativeKind::Property},
    {"lastindex", last_index, "", nullptr, NativeKind::Property},
    {"lastgroup", last_name, "", nullptr, NativeKind::Property},
    {"regs", regs, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace

Var make_match(Thread& t, Pattern& p, const Subject& s, const regex::Matcher& found, uint32_t from,
               uint32_t to) {
  const uint32_t marks = 2 * p.program->groups;
  auto* m = make<Match>(t, match_type, sizeof(Match) + (marks - 1) * sizeof(uint32_t));
  if (!m) return Var::error();
  retain(static_cast<Object*>(&p));
  retain(s.string);
  m->pattern = &p;
  m->string = s.string;
  m->position = from;
  m->end_position = to;
  m->last_group = found.last_group();
  for (uint32_t i = 0; i < marks; ++i) m->marks[i] = found.mark(i);
  return Var::adopt(Value::object(m));
}

Type match_type = [] {
  Type t = static_type("re.Match", sizeof(Match), kGc);
  t.repr = match_repr;
  t.get_item = get_item;
  t.traverse = match_traverse;
  t.dealloc = match_dealloc;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py::re
