// re.Pattern: compiling, matching, searching (Library Reference, "re").
#include "modules/re_objects.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "syntax/character_names.hpp"
#include "types/generic_alias.hpp"
#include "types/mapping_proxy.hpp"

namespace gilbox::py::re {

namespace {

Pattern& self_of(Value v) { return *v.as<Pattern>(); }

// 0 there is "no such name"; and U+0000 has none.
char32_t named(std::string_view name) {
  const char32_t c = syntax::common_character_named(name);
  return c ? c : static_cast<char32_t>(UINT32_MAX);
}

Var raise_error(Thread& t, Value source, const regex::PatternError& e) {
  const int n[] = {static_cast<int>(e.numbers[0]), static_cast<int>(e.numbers[1])};
  Ref<Str> message;
  if (e.has_part) {
    Ref<Str> part = part_of(t, source, e.part, e.part_length);
    if (!part) return Var::error();
    if (e.part2_length) {
      Ref<Str> part2 = part_of(t, source, e.part2, e.part2_length);
      if (!part2) return Var::error();
      message = format_text(t, e.text, part.value(), part2.value());
    } else {
      message = format_text(t, e.text, part.value(), n[0], n[1]);
    }
  } else {
    message = format_text(t, e.text, n[0], n[1]);
  }
  if (message && !is_str(source) && !message->is_ascii()) {  // patterns of bytes are shown in ASCII
    StrBuilder plain(t);
    for (uint32_t i = 0; i < message->length; ++i) {
      const uint32_t c = message->at(i);
      if (c < 0x80) {
        plain.put(c);
      } else {
        plain.put("\\x");
        plain.put("0123456789abcdef"[c >> 4 & 15]);
        plain.put("0123456789abcdef"[c & 15]);
      }
    }
    message = plain.finish();
  }
  if (!message) return Var::error();
  switch (e.kind) {
    case regex::PatternError::value: return raise_value(t, exc::ValueError, message.value());
    case regex::PatternError::overflow: return raise_value(t, exc::OverflowError, message.value());
    case regex::PatternError::too_deep: return raise_value(t, exc::RecursionError, message.value());
    case regex::PatternError::pattern: break;
  }
  return raise_pattern_error(t, std::move(message), source, e.position);
}

// The positions of match(string, pos=0, endpos=sys.maxsize) and the like.
bool places(Thread& t, const Subject& s, Value from, Value to, int64_t& start, int64_t& end) {
  start = 0;
  end = INT64_MAX;
  if ((!from.is_unbound() && !to_index(t, from, start, true)) ||
      (!to.is_unbound() && !to_index(t, to, end, true)))
    return false;
  clip(s, start, end);
  return true;
}

enum class How { match, full, search };
template <How H>
Var once(Thread& t, Value v, const Value* a) {
  Pattern& p = self_of(v);
  Subject s;
  int64_t from, to;
  if (!s.set(t, p, a[0]) || !places(t, s, a[1], a[2], from, to)) return Var::error();
  Search m(t, p, s);
  const auto start = static_cast<uint32_t>(from), end = static_cast<uint32_t>(to);
  int found =
      answer(t, H == How::search ? m.search(start, end) : m.match(start, end, H == How::full));
  if (found < 0) return Var::error();
  return found ? make_match(t, p, s, m, start, end) : Var::none();
}

// ---- finditer, and scanner(): matches one after the other
struct Scanner : Object {
  Pattern* pattern;  // owned
  Value string;      // owned
  uint32_t position, from, end, not_empty_at;
  bool done;
};
template <bool Whole>
Var make_scanner(Thread& t, Value v, const Value* a) {
  Pattern& p = self_of(v);
  Subject s;
  int64_t from, to;
  if (!s.set(t, p, a[0]) || !places(t, s, a[1], a[2], from, to)) return Var::error();
  auto* it = make<Scanner>(t, scanner_type);
  if (!it) return Var::error();
  retain(v);
  retain(a[0]);
  it->pattern = &p;
  it->string = a[0];
  it->position = it->from = static_cast<uint32_t>(from);
  it->end = static_cast<uint32_t>(to);
  it->not_empty_at = regex::Matcher::kUnset;
  return Var::adopt(Value::object(it));
}
template <bool Searches>
Var scan(Thread& t, Value v) {
  auto& it = *v.as<Scanner>();
  if (it.done) return Var::unbound();
  Subject s;
  if (!s.set(t, *it.pattern, it.string)) return Var::error();
  Search m(t, *it.pattern, s);
  int found = answer(t, Searches ? m.search(it.from, it.end, it.not_empty_at)
                                 : m.match(it.from, it.end, false, it.not_empty_at));
  if (found < 0) return Var::error();
  if (!found) {
    it.done = true;
    return Var::unbound();
  }
  it.from = m.mark(1);
  it.not_empty_at = m.mark(0) == it.from ? it.from : regex::Matcher::kUnset;
  return make_match(t, *it.pattern, s, m, it.position, it.end);
}
template <bool Searches>
Var scan_method(Thread& t, Value v, const Value*) {
  Var m = scan<Searches>(t, v);
  return m.is_unbound() ? Var::none() : m;
}
Var scanner_pattern(Thread&, Value v, const Value*) {
  return Var(Value::object(v.as<Scanner>()->pattern));
}
void scanner_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Scanner*>(o)->pattern);
  visit(static_cast<Scanner*>(o)->string);
}
void scanner_dealloc(Object* o) {
  auto* it = static_cast<Scanner*>(o);
  release(static_cast<Object*>(it->pattern));
  release(it->string);
  free_object(o, sizeof(Scanner));
}

// ---- attributes
Var source_of(Thread&, Value v, const Value*) { return Var(self_of(v).source); }
Var flags_of(Thread&, Value v, const Value*) { return Var::small(self_of(v).program->flags); }
Var groups_of(Thread&, Value v, const Value*) { return Var::small(self_of(v).program->groups - 1); }
Var groupindex_of(Thread& t, Value v, const Value*) {
  return make_mapping_proxy(t, self_of(v).groupindex);
}
Var itself(Thread&, Value v, const Value*) { return Var(v); }

Var pattern_repr(Thread& t, Value v) {
  Pattern& p = self_of(v);
  constexpr const char* kNames[] = {nullptr,   "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
                                    "UNICODE", "VERBOSE",    "DEBUG",  "ASCII"};
  uint32_t flags = p.program->flags;
  if (!p.bytes && (flags & regex::kTypeFlags) == regex::kUnicode)
    flags &= ~uint32_t{regex::kUnicode};
  Ref<Str> source = repr(t, p.source);
  if (!source) return Var::error();
  StrBuilder out(t);
  out.put("re.compile(");
  out.put(*source, 0, source->length < 200 ? source->length : 200);
  const char* before = ", ";
  for (uint32_t bit = 1; bit < 9; ++bit) {
    if (!(flags >> bit & 1)) continue;
    out.put(before);
    out.put("re.");
    out.put(kNames[bit]);
    before = "|";
  }
  out.put(')');
  return out.finish().var();
}
Var pattern_compare(Thread& t, Value a, Value b, CompareOp op) {
  if ((op != CompareOp::EQ && op != CompareOp::NE) || type_of(a) != &pattern_type ||
      type_of(b) != &pattern_type)
    return Var::not_implemented();
  Pattern &p = self_of(a), &q = self_of(b);
  int same =
      p.program->flags == q.program->flags && p.bytes == q.bytes ? equal(t, p.source, q.source) : 0;
  return same < 0 ? Var::error() : Var::boolean((same != 0) == (op == CompareOp::EQ));
}
bool pattern_hash(Thread& t, Value v, int64_t& out) {
  if (!hash(t, self_of(v).source, out)) return false;
  out ^= static_cast<int64_t>(self_of(v).program->flags) * 1000003;
  if (out == -1) out = -2;
  return true;
}
void pattern_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Pattern*>(o)->source);
  visit(static_cast<Pattern*>(o)->groupindex);
}
void pattern_dealloc(Object* o) {
  auto* p = static_cast<Pattern*>(o);
  delete p->program;
  release(p->source);
  release(p->groupindex);
  free_object(o, sizeof(Pattern));
}

constexpr const char* kWhere = "string, pos=0, endpos=sys.maxsize";
const NativeDef kMethods[] = {
    {"match", once<How::match>, kWhere},
    {"fullmatch", once<How::full>, kWhere},
    {"search", once<How::search>, kWhere},
    {"findall", pattern_findall, kWhere},
    {"finditer", make_scanner<false>, kWhere},
    {"scanner", make_scanner<true>, kWhere},
    {"split", pattern_split, "string, maxsplit=0"},
    {"sub", pattern_sub, "repl, string, count=0"},
    {"subn", pattern_subn, "repl, string, count=0"},
    {"__copy__", itself, ""},
    {"__deepcopy__", itself, "memo, /"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {"pattern", source_of, "", nullptr, NativeKind::Property},
    {"flags", flags_of, "", nullptr, NativeKind::Property},
    {"groups", groups_of, "", nullptr, NativeKind::Property},
    {"groupindex", groupindex_of, "", nullptr, NativeKind::Property},
    {},
};
const NativeDef kScannerMethods[] = {
    {"match", scan_method<false>, ""},
    {"search", scan_method<true>, ""},
    {"pattern", scanner_pattern, "", nullptr, NativeKind::Property},
    {},
};

}  // namespace

Var compile(Thread& t, Value, const Value* a) {
  int64_t flags;
  if (!to_int64(t, a[1], flags)) return Var::error();
  Buffer buffer;
  regex::Text text;
  const bool bytes = !is_str(a[0]);
  if (bytes) {
    if (!has_buffer(a[0]))
      return raise(t, exc::TypeError, "first argument must be string or compiled pattern");
    if (!get_buffer(t, a[0], buffer)) return Var::error();
    text = {buffer.data, static_cast<uint32_t>(buffer.length), 1};
  } else {
    const Str& s = *a[0].as<Str>();
    text = {s.data, s.length, s.width};
  }
  base::Arena arena;
  regex::Parsed parsed = regex::parse(text, bytes, static_cast<uint32_t>(flags), named, arena);
  if (parsed.error.text) return raise_error(t, a[0], parsed.error);
  Ref<Dict> names = make_dict(t);
  if (!names) return Var::error();
  for (const regex::GroupName& n : parsed.names) {
    Ref<Str> name = part_of(t, a[0], n.start, n.length);
    if (!name || !dict_set_item(t, *names, name.value(), Value::small(n.group)))
      return Var::error();
  }
  auto* p = make<Pattern>(t, pattern_type);
  if (!p) return Var::error();
  p->program = new regex::Program(regex::emit(std::move(parsed)));
  retain(a[0]);
  p->source = a[0];
  p->groupindex = Value::object(names.take());
  p->bytes = bytes;
  return Var::adopt(Value::object(p));
}

Type pattern_type = [] {
  Type t = static_type("re.Pattern", sizeof(Pattern), kGc);
  t.weak_offset = offsetof(Pattern, weak);
  t.repr = pattern_repr;
  t.compare = pattern_compare;
  t.hash = pattern_hash;
  t.traverse = pattern_traverse;
  t.dealloc = pattern_dealloc;
  t.methods = kMethods;
  return t;
}();
Type scanner_type = [] {
  Type t = static_type("_sre.SRE_Scanner", sizeof(Scanner), kGc);
  t.iter = [](Thread&, Value v) { return Var(v); };
  t.next = scan<true>;
  t.traverse = scanner_traverse;
  t.dealloc = scanner_dealloc;
  t.methods = kScannerMethods;
  return t;
}();

}  // namespace gilbox::py::re
