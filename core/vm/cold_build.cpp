#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/function.hpp"
#include "types/slice.hpp"
#include "vm/cold.hpp"

namespace gilbox::py {

using namespace bytecode;  // NOLINT: the instruction set's names

namespace {

void drop_run(Frame& f, uint32_t first, uint32_t count) {
  for (uint32_t r = first; r < first + count; ++r) drop(f.regs[r]);
}

Step put(Frame& f, uint16_t r, Var v) {
  if (v.failed()) return Step::Error;
  store(f.regs[r], std::move(v));
  return Step::Next;
}

Step build_set(Thread& t, Frame& f, const Insn& i) {
  Ref<Set> set = make_set(t, set_type);
  if (!set) return Step::Error;
  for (uint32_t n = 0; n < i.c; ++n)
    if (set_add(t, *set, f.regs[i.b + n]) < 0) return Step::Error;
  drop_run(f, i.b, i.c);
  return put(f, i.a, std::move(set).var());
}

Step build_map(Thread& t, Frame& f, const Insn& i) {
  Ref<Dict> d = make_dict(t);
  if (!d) return Step::Error;
  for (uint32_t n = 0; n < i.c; ++n)
    if (!dict_set_item(t, *d, f.regs[i.b + 2 * n], f.regs[i.b + 2 * n + 1])) return Step::Error;
  drop_run(f, i.b, 2u * i.c);
  return put(f, i.a, std::move(d).var());
}

Step build_string(Thread& t, Frame& f, const Insn& i) {
  StrBuilder text(t);
  for (uint32_t n = 0; n < i.c; ++n) text.put(*f.regs[i.b + n].as<Str>());
  Ref<Str> made = text.finish();
  if (!made) return Step::Error;
  drop_run(f, i.b, i.c);
  return put(f, i.a, std::move(made).var());
}

Step format_value(Thread& t, Frame& f, const Insn& i) {
  Var v(f.regs[i.b]);
  switch (static_cast<Conversion>(i.x >> kOpShift)) {
    case Conversion::None: break;
    case Conversion::Str: v = str(t, v).var(); break;
    case Conversion::Repr: v = repr(t, v).var(); break;
    case Conversion::Ascii: v = ascii(t, v).var(); break;
  }
  if (v.failed()) return Step::Error;
  if (i.op == Op::FORMAT_SPEC) {
    v = format(t, v, f.regs[i.c].as<Str>()).var();
  } else if (!is_exact_str(v)) {
    Ref<Str> empty = make_ascii(t, "");
    if (!empty) return Step::Error;
    v = format(t, v, empty.get()).var();
  }
  if (v.failed()) return Step::Error;
  kill(f, i, kKillB, i.b);
  if (i.op == Op::FORMAT_SPEC) kill(f, i, kKillC, i.c);
  return put(f, i.a, std::move(v));
}

// The items as a list or tuple to copy from; error texts of unpacking.
Var as_sequence(Thread& t, Value v, uint32_t wanted, bool exact) {
  if (v.is_object() && (v.object()->type == &tuple_type || v.object()->type == &list_type))
    return Var(v);
  Var it = iter(t, v);
  if (it.failed()) {
    if (type_of(v)->iter == nullptr && clear_if(t, exc::TypeError))
      return raise(t, exc::TypeError, "cannot unpack non-iterable %T object", v);
    return it;
  }
  Ref<List> list = make_list(t);
  if (!list) return Var::error();
  for (;;) {
    if (exact && list->size > wanted) break;  // an endless iterator must not be drained
    Var item = next(t, it);
    if (item.failed()) return item;
    if (item.is_unbound()) break;
    if (!list_append(t, *list, item)) return Var::error();
  }
  return std::move(list).var();
}

struct Items {
  const Value* at;
  uint32_t count;
};
Items items_of(Value v) {
  if (v.object()->type == &tuple_type) return {v.as<Tuple>()->items, v.as<Tuple>()->size};
  return {v.as<List>()->items, v.as<List>()->size};
}

Step unpack(Thread& t, Frame& f, const Insn& i) {
  Var source = i.x & kKillB ? take(f.regs[i.b]) : Var(f.regs[i.b]);
  Var sequence = as_sequence(t, source, i.c, true);
  if (sequence.failed()) return Step::Error;
  const Items items = items_of(sequence);
  if (items.count < i.c)
    return raise(t, exc::ValueError, "not enough values to unpack (expected %u, got %u)", i.c,
                 items.count),
           Step::Error;
  if (items.count > i.c)
    return raise(t, exc::ValueError, "too many values to unpack (expected %u)", i.c), Step::Error;
  for (uint32_t n = 0; n < i.c; ++n) store(f.regs[i.a + n], Var(items.at[n]));
  return Step::Next;
}

Step unpack_ex(Thread& t, Frame& f, const Insn& i) {
  const uint32_t before = i.c & 0xFF, behind = i.c >> 8;
  Var source = i.x & kKillB ? take(f.regs[i.b]) : Var(f.regs[i.b]);
  Var sequence = as_sequence(t, source, 0, false);
  if (sequence.failed()) return Step::Error;
  const Items items = items_of(sequence);
  if (items.count < before + behind)
    return raise(t, exc::ValueError, "not enough values to unpack (expected at least %u, got %u)",
                 before + behind, items.count),
           Step::Error;
  Ref<List> middle = make_list(t, items.at + before, items.count - before - behind);
  if (!middle) return Step::Error;
  for (uint32_t n = 0; n < before; ++n) store(f.regs[i.a + n], Var(items.at[n]));
  store(f.regs[i.a + before], std::move(middle).var());
  for (uint32_t n = 0; n < behind; ++n)
    store(f.regs[i.a + before + 1 + n], Var(items.at[items.count - behind + n]));
  return Step::Next;
}

bool is_mapping(Thread& t, Value v) {
  if (is_dict(v)) return true;
  Var keys = get_attr_or_unbound(t, v, names::s_keys);
  if (keys.failed()) clear_exception(t);
  return !keys.failed() && !keys.is_unbound();
}

Step dict_update(Thread& t, Frame& f, const Insn& i) {
  Value from = f.regs[i.b];
  if (!is_mapping(t, from))
    return raise(t, exc::TypeError, "'%T' object is not a mapping", from), Step::Error;
  if (!dict_merge(t, *f.regs[i.a].as<Dict>(), from, true)) return Step::Error;
  kill(f, i, kKillB, i.b);
  return Step::Next;
}

// f(**b): names given twice are an error that names the callee.
Step dict_merge_for_call(Thread& t, Frame& f, const Insn& i) {
  Value from = f.regs[i.b];
  Dict& into = *f.regs[i.a].as<Dict>();
  if (!is_mapping(t, from)) {
    Ref<Str> who = callee_name(t, f.regs[i.c]);
    if (who)
      raise(t, exc::TypeError, "%U argument after ** must be a mapping, not %T", who.get(), from);
    return Step::Error;
  }
  Ref<Dict> copy = make_dict(t);
  if (!copy || !dict_merge(t, *copy, from, true)) return Step::Error;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*copy, at)) {
    int there = dict_contains(t, into, e->key);
    if (there < 0) return Step::Error;
    if (there) {
      Ref<Str> who = callee_name(t, f.regs[i.c]);
      if (who)
        raise(t, exc::TypeError, "%U got multiple values for keyword argument '%S'", who.get(),
              e->key);
      return Step::Error;
    }
    if (!dict_set_item(t, into, e->key, e->value)) return Step::Error;
  }
  kill(f, i, kKillB, i.b);
  return Step::Next;
}

Step list_extend_for_display(Thread& t, Frame& f, const Insn& i) {
  Value from = f.regs[i.b];
  if (!list_extend(t, *f.regs[i.a].as<List>(), from)) {
    if (!type_of(from)->iter && matches(t, exc::TypeError)) {
      Var getter = Var::unbound();
      clear_exception(t);
      getter = lookup_special(t, from, names::d_getitem);
      if (getter.failed()) return Step::Error;
      raise(t, exc::TypeError, "Value after * must be an iterable, not %T", from);
    }
    return Step::Error;
  }
  kill(f, i, kKillB, i.b);
  return Step::Next;
}

}  // namespace

Ref<Str> callee_name(Thread& t, Value callee) {
  if (is_function(callee)) {
    Function& fn = *callee.as<Function>();
    if (is_str(fn.module) && !str_equal(*fn.module.as<Str>(), *names::s_builtins))
      return format_text(t, "%U.%U()", fn.module.as<Str>(), fn.qualified_name);
    return format_text(t, "%U()", fn.qualified_name);
  }
  Var qualified = get_attr_or_unbound(t, callee, names::d_qualname);
  if (qualified.failed()) return {};
  if (qualified.is_unbound()) return str(t, callee);
  Var module = get_attr_or_unbound(t, callee, names::d_module);
  if (module.failed()) return {};
  if (is_str(module) && !str_equal(*module.as<Str>(), *names::s_builtins))
    return format_text(t, "%S.%S()", module.get(), qualified.get());
  return format_text(t, "%S()", qualified.get());
}

Step build_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::BUILD_TUPLE: return put(f, i.a, make_tuple_adopting(t, f.regs + i.b, i.c).var());
    case Op::BUILD_LIST: {
      Ref<List> list = make_list(t, f.regs + i.b, i.c);
      if (!list) return Step::Error;
      drop_run(f, i.b, i.c);
      return put(f, i.a, std::move(list).var());
    }
    case Op::BUILD_SET: return build_set(t, f, i);
    case Op::BUILD_MAP: return build_map(t, f, i);
    case Op::BUILD_STRING: return build_string(t, f, i);
    case Op::BUILD_SLICE: {
      Value step = i.c == 3 ? f.regs[i.b + 2] : Value::none();
      Var slice = make_slice(t, f.regs[i.b], f.regs[i.b + 1], step).var();
      if (slice.failed()) return Step::Error;
      drop_run(f, i.b, i.c);
      return put(f, i.a, std::move(slice));
    }
    case Op::FORMAT_VALUE:
    case Op::FORMAT_SPEC: return format_value(t, f, i);
    case Op::UNPACK_SEQUENCE: return unpack(t, f, i);
    case Op::UNPACK_EX: return unpack_ex(t, f, i);
    case Op::LIST_EXTEND: return list_extend_for_display(t, f, i);
    case Op::LIST_TO_TUPLE: {
      List& list = *f.regs[i.b].as<List>();
      Ref<Tuple> tuple = make_tuple(t, list.items, list.size);
      if (!tuple) return Step::Error;
      kill(f, i, kKillB, i.b);
      return put(f, i.a, std::move(tuple).var());
    }
    case Op::SET_ADD:
      if (set_add(t, *f.regs[i.a].as<Set>(), f.regs[i.b]) < 0) return Step::Error;
      kill(f, i, kKillB, i.b);
      return Step::Next;
    case Op::SET_UPDATE:
      if (!set_update(t, *f.regs[i.a].as<Set>(), f.regs[i.b])) return Step::Error;
      kill(f, i, kKillB, i.b);
      return Step::Next;
    case Op::MAP_ADD:
      if (!dict_set_item(t, *f.regs[i.a].as<Dict>(), f.regs[i.b], f.regs[i.c])) return Step::Error;
      kill(f, i, kKillB, i.b);
      kill(f, i, kKillC, i.c);
      return Step::Next;
    case Op::DICT_UPDATE: return dict_update(t, f, i);
    default: return dict_merge_for_call(t, f, i);
  }
}

}  // namespace gilbox::py
