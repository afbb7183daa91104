// The eval loop: one switch over the instruction set.
//
// Story. `pc`, `regs` and `constants` live in locals; the frame's own pc is written only before
// something that may look at it (a cold half, a call, a poll). A hot instruction handles here what
// is common — small ints, floats, list items, cached names and attributes, calls of Python
// functions — and leaves everything else to its cold half (operators.cpp, call.cpp, names.cpp …),
// which answers with a Step. Python calls push a frame and go on in this loop; only natives that
// call back start another one.
//
// Invariants. 1. A register outside its live range holds no counted object, so results are stored
// over it without looking at what it was. 2. Destructors may run Python code: a register is emptied
// before what it held is released. 3. t.frame is always the frame whose registers `regs` are.
//
// V8 does not replace baseline code inside a running call, so at the start of a program the loop is
// left and entered again after `budget` polls (kReenter); how often is decided in reenter.hpp.
#include "vm/eval.hpp"

#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "types/iterators.hpp"
#include "types/module.hpp"
#include "vm/attributes.hpp"
#include "vm/call.hpp"
#include "vm/cold_half.hpp"
#include "vm/eval_shapes.hpp"
#include "vm/names.hpp"
#include "vm/operators.hpp"
#include "vm/park.hpp"
#include "vm/reenter.hpp"
#include "vm/resume.hpp"
#include "vm/safepoint.hpp"
#include "vm/stack.hpp"
#include "vm/unwind.hpp"

namespace gilbox::py {

using namespace bytecode;  // NOLINT: the instruction set's names

// Value::blocked(): left to be entered again. Taken into its only caller it would never be.
[[gnu::noinline]] static Var loop(Thread& t, Step step, Var out, uint32_t budget) {
  Frame* f;
  const Insn* pc;
  Value* regs;
  const Value* constants;
  Function* fn;   // being called
  Value* window;  // its registers
  Frame* record;  // its frame
  Value result;   // being stored or returned, owned
  goto stepped;

poll:  // f->pc is where to go on
  if (budget == 0) {
    if (t.breaker.load(std::memory_order_relaxed) == 0) return Var::blocked();
    budget = 1;
  }
  if (!safepoint(t)) {
    step = Step::Error;
    goto stepped;
  }
  goto reload;

stepped:
  for (;;) {
    switch (step) {
      case Step::Next: t.frame->pc = after(*t.frame->pc); goto reload;
      case Step::Reload: goto reload;
      case Step::Enter:
        f = t.frame;
        if (t.breaker.load(std::memory_order_relaxed)) goto poll;
        goto reload;
      case Step::Error: step = unwind(t, false); break;
      case Step::Again: step = unwind(t, true); break;
      case Step::Leave: return pending(t) ? Var::error() : std::move(out);
    }
  }

reload:
  f = t.frame;
  pc = f->pc;
  regs = f->regs;
  constants = f->code->constants;

  for (;;) {
    const Insn& i = *pc;
    switch (i.op) {
      case Op::NOP: GILBOX_NEXT(1);
      case Op::LOAD_CONST: put_counted(regs[i.a], constants[i.b]); GILBOX_NEXT(1);
      case Op::LOAD_INT: put(regs[i.a], Value::small(immediate(i.b))); GILBOX_NEXT(1);
      case Op::MOVE: {
        const Value v = regs[i.b];
        if (v.is_object()) {
          if (i.x & kKillB)
            regs[i.b] = Value();
          else
            retain(v.object());
        }
        put(regs[i.a], v);
        GILBOX_NEXT(1);
      }
      case Op::COPY: put_counted(regs[i.a], regs[i.b]); GILBOX_NEXT(1);
      case Op::CLEAR: put(regs[i.a], Value()); GILBOX_NEXT(1);

      case Op::LOAD_CELL: {
        const Value v = regs[i.b].as<Cell>()->contents;
        if (v.is_unbound()) goto cold;
        put_counted(regs[i.a], v);
        GILBOX_NEXT(1);
      }
      case Op::LOAD_FREE: {
        const Value v = f->function->closure->items[i.b].as<Cell>()->contents;
        if (v.is_unbound()) goto cold;
        put_counted(regs[i.a], v);
        GILBOX_NEXT(1);
      }
      case Op::CHECK_BOUND:
        if (!regs[i.a].is_unbound()) GILBOX_NEXT(1);
        goto cold;

      case Op::LOAD_NAME:
        if (f->flags & kHasNameSpace) goto cold;
        [[fallthrough]];
      case Op::LOAD_GLOBAL: {
        const NameCache& cache = name_cache(i);
        Dict& globals = *f->function->globals;
        const Value key = Value::object(f->code->names[i.b]);
        if (cache.kind == NameCache::kGlobal) {
          if (cache.entry < globals.used && globals.entries[cache.entry].key == key) {
            put_counted(regs[i.a], globals.entries[cache.entry].value);
            GILBOX_NEXT(2);
          }
        } else if (cache.kind == NameCache::kBuiltin &&
                   cache.globals_version == globals.keys_version) {
          const Dict& builtins = *f->function->builtins;
          if (cache.entry < builtins.used && builtins.entries[cache.entry].key == key) {
            put_counted(regs[i.a], builtins.entries[cache.entry].value);
            GILBOX_NEXT(2);
          }
        }
        goto cold;
      }
      case Op::STORE_NAME:
        if (f->flags & kHasNameSpace) goto cold;
        [[fallthrough]];
      case Op::STORE_GLOBAL: {
        const NameCache& cache = name_cache(i);
        Dict& globals = *f->function->globals;
        if (cache.kind == NameCache::kGlobal && cache.entry < globals.used &&
            globals.entries[cache.entry].key == Value::object(f->code->names[i.b])) {
          const Value v = regs[i.a];
          if (v.is_object()) {
            if (i.x & kKillA)
              regs[i.a] = Value();
            else
              retain(v.object());
          }
          put(globals.entries[cache.entry].value, v);
          GILBOX_NEXT(2);
        }
        goto cold;
      }

      case Op::ADD: GILBOX_ARITHMETIC(fast_math::add, fast_math::add);
      case Op::SUB: GILBOX_ARITHMETIC(fast_math::sub, fast_math::sub);
      case Op::MUL: GILBOX_ARITHMETIC(fast_math::mul, fast_math::mul);
      case Op::TRUEDIV: GILBOX_ARITHMETIC(fast_math::truediv, fast_math::truediv);
      case Op::FLOORDIV: GILBOX_ARITHMETIC(fast_math::floordiv, fast_math::none);
      case Op::MOD: GILBOX_ARITHMETIC(fast_math::mod, fast_math::none);
      case Op::LSHIFT: GILBOX_ARITHMETIC(fast_math::lshift, fast_math::none);
      case Op::RSHIFT: GILBOX_ARITHMETIC(fast_math::rshift, fast_math::none);
      case Op::AND: GILBOX_ARITHMETIC(fast_math::bit_and, fast_math::none);
      case Op::OR: GILBOX_ARITHMETIC(fast_math::bit_or, fast_math::none);
      case Op::XOR: GILBOX_ARITHMETIC(fast_math::bit_xor, fast_math::none);
      case Op::ADD_I: GILBOX_ARITHMETIC_I(fast_math::add, fast_math::add);
      case Op::SUB_I: GILBOX_ARITHMETIC_I(fast_math::sub, fast_math::sub);
      case Op::MUL_I: GILBOX_ARITHMETIC_I(fast_math::mul, fast_math::mul);
      case Op::FLOORDIV_I: GILBOX_ARITHMETIC_I(fast_math::floordiv, fast_math::none);
      case Op::MOD_I: GILBOX_ARITHMETIC_I(fast_math::mod, fast_math::none);
      case Op::LSHIFT_I: GILBOX_ARITHMETIC_I(fast_math::lshift, fast_math::none);
      case Op::RSHIFT_I: GILBOX_ARITHMETIC_I(fast_math::rshift, fast_math::none);
      case Op::AND_I: GILBOX_ARITHMETIC_I(fast_math::bit_and, fast_math::none);
      case Op::NEG: {
        const Value v = regs[i.b];
        if (v.is_small() ? !fast_math::sub(0, v.small(), result) : !v.is_real()) goto cold;
        if (v.is_real()) result = Value::real(-v.real());
        goto plain;
      }
      case Op::NOT: {
        const Value v = regs[i.b];
        if (!v.is_bool()) goto cold;
        result = Value::boolean(v.is_false());
        goto plain;
      }

        // clang-format off
      case Op::LT: case Op::LE: case Op::EQ: case Op::NE: case Op::GT: case Op::GE: {
        // clang-format on
        const auto sign = static_cast<CompareOp>(static_cast<int>(i.op) - static_cast<int>(Op::LT));
        const int r = quick_compare(sign, regs[i.b], regs[i.c]);
        if (r < 0) goto cold;
        result = Value::boolean(r);
        goto plain;
      }
      case Op::IS:
      case Op::IS_NOT: {
        const bool same = regs[i.b] == regs[i.c];
        kill(*f, i, kKillB, i.b);
        kill(*f, i, kKillC, i.c);
        result = Value::boolean(same == (i.op == Op::IS));
        goto plain;
      }

      case Op::JUMP: GILBOX_NEXT(1 + i.jump());
      case Op::JUMP_BACK:
        pc += 1 + i.jump();
        if (--budget == 0 || t.breaker.load(std::memory_order_relaxed)) [[unlikely]] {
          f->pc = pc;
          goto poll;
        }
        continue;
      case Op::JUMP_IF_TRUE: {
        const Value v = regs[i.a];
        if (v.is_true()) GILBOX_NEXT(1 + i.jump());
        if (v.is_false() || v.is_none()) GILBOX_NEXT(1);
        if (v.is_small()) GILBOX_NEXT(1 + (v.small() ? i.jump() : 0));
        goto cold;
      }
      case Op::JUMP_IF_FALSE: {
        const Value v = regs[i.a];
        if (v.is_true()) GILBOX_NEXT(1);
        if (v.is_false() || v.is_none()) GILBOX_NEXT(1 + i.jump());
        if (v.is_small()) GILBOX_NEXT(1 + (v.small() ? 0 : i.jump()));
        goto cold;
      }
      case Op::JUMP_IF_NONE:
      case Op::JUMP_IF_NOT_NONE: {
        const bool none = regs[i.a].is_none();
        kill(*f, i, kKillA, i.a);
        GILBOX_NEXT(1 + (none == (i.op == Op::JUMP_IF_NONE) ? i.jump() : 0));
      }
      case Op::JUMP_IF_TRUE_KEEP:
      case Op::JUMP_IF_FALSE_KEEP: {
        const Value v = regs[i.a];
        if (!v.is_bool()) goto cold;
        GILBOX_NEXT(1 + (v.is_true() == (i.op == Op::JUMP_IF_TRUE_KEEP) ? i.jump() : 0));
      }
      case Op::JUMP_UNLESS_LT: GILBOX_COMPARE_JUMP(<);
      case Op::JUMP_UNLESS_LE: GILBOX_COMPARE_JUMP(<=);
      case Op::JUMP_UNLESS_EQ: GILBOX_COMPARE_JUMP(==);
      case Op::JUMP_UNLESS_NE: GILBOX_COMPARE_JUMP(!=);
      case Op::JUMP_UNLESS_GT: GILBOX_COMPARE_JUMP(>);
      case Op::JUMP_UNLESS_GE: GILBOX_COMPARE_JUMP(>=);
      case Op::JUMP_UNLESS_LT_I: GILBOX_COMPARE_JUMP_I(<);
      case Op::JUMP_UNLESS_LE_I: GILBOX_COMPARE_JUMP_I(<=);
      case Op::JUMP_UNLESS_EQ_I: GILBOX_COMPARE_JUMP_I(==);
      case Op::JUMP_UNLESS_NE_I: GILBOX_COMPARE_JUMP_I(!=);
      case Op::JUMP_UNLESS_GT_I: GILBOX_COMPARE_JUMP_I(>);
      case Op::JUMP_UNLESS_GE_I:
        GILBOX_COMPARE_JUMP_I(>=);
        // clang-format off
      case Op::JUMP_WHEN_LT: case Op::JUMP_WHEN_LE: case Op::JUMP_WHEN_EQ:
      case Op::JUMP_WHEN_NE: case Op::JUMP_WHEN_GT: case Op::JUMP_WHEN_GE: {
        // clang-format on
        const auto sign =
            static_cast<CompareOp>(static_cast<int>(i.op) - static_cast<int>(Op::JUMP_WHEN_LT));
        const int r = quick_compare(sign, regs[i.a], regs[i.b]);
        if (r < 0) goto cold;
        GILBOX_NEXT(1 + (r ? immediate(i.c) : 0));
      }

      case Op::FOR_ITER: {
        Object* o = regs[i.b].object();
        if (o->type == &range_iterator_type) {
          auto* it = static_cast<RangeIterator*>(o);
          if (it->left == 0) {
            regs[i.b] = Value();
            release(o);
            GILBOX_NEXT(1 + immediate(i.c));
          }
          if (Value::fits_small(it->value)) {
            const int64_t v = it->value;
            it->value = v + it->step;
            --it->left;
            put(regs[i.a], Value::small(v));
            GILBOX_NEXT(1);
          }
        } else if (o->type == &list_iterator_type) {
          auto* it = static_cast<SequenceIterator*>(o);
          if (!it->source.is_unbound()) {
            const List& list = *it->source.as<List>();
            if (it->index < list.size) {
              put_counted(regs[i.a], list.items[it->index++]);
              GILBOX_NEXT(1);
            }
          }
        }
        goto cold;
      }

      case Op::LOAD_ATTR: {
        const Value v = regs[i.b];
        if (v.is_object()) {
          Object* o = v.object();
          const Value found = cached_attr(attr_cache(i), o, f->code->names[i.c]);
          if (!found.is_unbound()) {
            if (found.is_object()) retain(found.object());
            if (i.x & kKillB) {
              regs[i.b] = Value();
              put(regs[i.a], found);
              release(o);
            } else {
              put(regs[i.a], found);
            }
            GILBOX_NEXT(3);
          }
        }
        goto cold;
      }
      case Op::STORE_ATTR: {
        const Value v = regs[i.a];
        const AttrCache& cache = attr_cache(i);
        if (v.is_object() && v.object()->type->version == cache.version) {
          Object* o = v.object();
          Value* place = nullptr;
          if (cache.kind == AttrKind::InstanceDict) {
            Dict* d = instance_dict(o, o->type);
            if (d && cache.hint < d->used && d->entries[cache.hint].key == cache.value())
              place = &d->entries[cache.hint].value;
          } else if (cache.kind == AttrKind::Slot) {
            place = reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + cache.hint);
          }
          if (place) {
            const Value item = regs[i.b];
            if (item.is_object()) {
              if (i.x & kKillB)
                regs[i.b] = Value();
              else
                retain(item.object());
            }
            put(*place, item);
            if (i.x & kKillA) put(regs[i.a], Value());
            GILBOX_NEXT(3);
          }
        }
        goto cold;
      }
      case Op::LOAD_METHOD: {
        const Value v = regs[i.b];
        const AttrCache& cache = attr_cache(i);
        if (v.is_object() && v.object()->type->version == cache.version &&
            (cache.kind == AttrKind::TypeValue || cache.kind == AttrKind::TypeValueDict)) {
          Object* o = v.object();
          const Value method = cache.value();
          if (has_flag(method.object()->type, kMethodLike)) {
            const Dict* d = cache.kind == AttrKind::TypeValue ? nullptr : instance_dict(o, o->type);
            if (!d || !may_contain(*d, f->code->names[i.c])) {
              retain(method.object());
              if (i.x & kKillB)
                regs[i.b] = Value();
              else
                retain(o);
              put(regs[i.a], method);
              put(regs[i.a + 1], v);
              GILBOX_NEXT(3);
            }
          }
        } else if (cache.kind == AttrKind::Module && v.is_object() &&
                   v.object()->type->version == cache.version) {
          const Dict* d = v.as<Module>()->dict;
          if (cache.hint < d->used && d->entries[cache.hint].key == cache.value()) {
            const Value found = d->entries[cache.hint].value;
            if (found.is_object()) retain(found.object());
            kill(*f, i, kKillB, i.b);
            put(regs[i.a], found);
            put(regs[i.a + 1], Value());
            GILBOX_NEXT(3);
          }
        }
        goto cold;
      }
      case Op::GETITEM: {
        const Value v = regs[i.b], key = regs[i.c];
        if (v.is_object() && key.is_small()) {
          const Type* type = v.object()->type;
          const Value* items;
          uint32_t size;
          if (type == &list_type) {
            items = v.as<List>()->items;
            size = v.as<List>()->size;
          } else if (type == &tuple_type) {
            items = v.as<Tuple>()->items;
            size = v.as<Tuple>()->size;
          } else {
            goto cold;
          }
          int64_t at = key.small();
          if (at < 0) at += size;
          if (static_cast<uint64_t>(at) < size) {
            const Value item = items[at];
            if (item.is_object()) retain(item.object());
            kill(*f, i, kKillB, i.b);
            put(regs[i.a], item);
            GILBOX_NEXT(1);
          }
        }
        goto cold;
      }
      case Op::GETITEM_I: {
        const Value v = regs[i.b];
        const int32_t at = immediate(i.c);
        if (v.is_object()) {
          const Type* type = v.object()->type;
          Value item;
          if (type == &list_type) {
            const List& list = *v.as<List>();
            const uint32_t n =
                at < 0 ? list.size + static_cast<uint32_t>(at) : static_cast<uint32_t>(at);
            if (n < list.size) item = list.items[n];
          } else if (type == &tuple_type) {
            const Tuple& tuple = *v.as<Tuple>();
            const uint32_t n =
                at < 0 ? tuple.size + static_cast<uint32_t>(at) : static_cast<uint32_t>(at);
            if (n < tuple.size) item = tuple.items[n];
          }
          if (!item.is_unbound()) {
            if (item.is_object()) retain(item.object());
            kill(*f, i, kKillB, i.b);
            put(regs[i.a], item);
            GILBOX_NEXT(1);
          }
        }
        goto cold;
      }
      case Op::SETITEM: {
        const Value v = regs[i.a], key = regs[i.b];
        if (v.is_object() && v.object()->type == &list_type && key.is_small()) {
          const List& list = *v.as<List>();
          int64_t at = key.small();
          if (at < 0) at += list.size;
          if (static_cast<uint64_t>(at) < list.size) {
            const Value item = regs[i.c];
            if (item.is_object()) {
              if (i.x & kKillC)
                regs[i.c] = Value();
              else
                retain(item.object());
            }
            put(list.items[at], item);
            kill(*f, i, kKillA, i.a);
            GILBOX_NEXT(1);
          }
        }
        goto cold;
      }
      case Op::LIST_APPEND: {
        if (!list_append(t, *regs[i.a].as<List>(), regs[i.b])) {
          step = Step::Error;
          f->pc = pc;
          goto stepped;
        }
        kill(*f, i, kKillB, i.b);
        GILBOX_NEXT(1);
      }
      case Op::CALL: {
        const Value callee = regs[i.a];
        if (callee.is_object()) {
          Object* o = callee.object();
          if (o->type == &function_type) {
            fn = static_cast<Function*>(o);
            window = regs + i.a + 1;
            if (fn->code->simple_arguments == i.b) goto push;
          } else if (o->type == &native_function_type) {
            auto* native = static_cast<NativeFunction*>(o);
            if (native->most >= 0 && i.b <= native->most && i.b >= native->fewest &&
                i.a + 1 + native->most <= f->code->register_count) {
              f->pc = pc;
              for (int n = i.b; n < native->most; ++n) regs[i.a + 1 + n] = Value();
              result = native->def->bound(t, native->self, regs + i.a + 1).take();
              if (result.is_error() || result.is_blocked()) goto native_failed;
              clear(regs + i.a, 1u + i.b);
              put(regs[i.c], result);
              goto native_done;
            }
          }
        }
        goto call;
      }
      case Op::CALL_METHOD: {
        const Value callee = regs[i.a];
        if (callee.is_object()) {
          Object* o = callee.object();
          const bool bound = !regs[i.a + 1].is_unbound();
          if (o->type == &function_type) {
            fn = static_cast<Function*>(o);
            window = regs + i.a + (bound ? 1 : 2);
            if (fn->code->simple_arguments == i.b + bound) goto push;
          } else if (bound ? o->type == &method_descriptor_type
                           : o->type == &native_function_type) {
            auto* native = static_cast<NativeFunction*>(o);
            if (native->most >= 0 && i.b <= native->most && i.b >= native->fewest &&
                i.a + 2 + native->most <= f->code->register_count) {
              f->pc = pc;
              for (int n = i.b; n < native->most; ++n) regs[i.a + 2 + n] = Value();
              result = native->def->bound(t, bound ? regs[i.a + 1] : native->self, regs + i.a + 2)
                           .take();
              if (result.is_error() || result.is_blocked()) goto native_failed;
              clear(regs + i.a, 2u + i.b);
              put(regs[i.c], result);
              goto native_done;
            }
          }
        }
        goto call;
      }
      call:
      case Op::CALL_KW:
      case Op::CALL_METHOD_KW:
      case Op::CALL_EX: {
        f->pc = pc;
        step = call_cold(t, *f, *pc);
        if (step != Step::Next) goto stepped;
      }
      native_done:
        ++pc;
        if (t.breaker.load(std::memory_order_relaxed)) [[unlikely]] {
          f->pc = pc;
          goto poll;
        }
        continue;
      native_failed: {
        if (result.is_error()) {
          step = Step::Error;
          goto stepped;
        }
        Var waited = wait_in_place(t);
        if (waited.failed()) {
          step = Step::Error;
          goto stepped;
        }
        const uint32_t end = i.a + 1u + i.b + (i.op == Op::CALL_METHOD ? 1 : 0);
        finish_call(*f, i.a, end, i.c, std::move(waited));
        goto native_done;
      }
      push: {  // fn, window; the arguments are there, the result goes to register c
        CodeObject* code = fn->code;
        record = f->next;
        if (!record || window + code->register_count > f->limit ||
            t.depth >= interpreter.recursion_limit)
          goto call;
        ++t.depth;
        f->pc = pc;
        record->code = code;
        record->function = fn;
        record->regs = window;
        record->back = f;
        record->limit = f->limit;
        record->result = i.c;
        record->kind = FrameKind::Call;
        record->flags = 0;
        for (uint32_t r = code->simple_arguments; r < code->local_count; ++r) window[r] = Value();
        t.frame = f = record;
        regs = window;
        constants = code->constants;
        pc = code->insns;
        if (--budget == 0 || t.breaker.load(std::memory_order_relaxed)) [[unlikely]] {
          f->pc = pc;
          goto poll;
        }
        continue;
      }
      case Op::RETURN_CONST:
        result = constants[i.b];
        if (result.is_object()) retain(result.object());
        goto leave;
      case Op::RETURN:
        result = regs[i.a];
        if (result.is_object()) {
          if (i.x & kKillA)
            regs[i.a] = Value();
          else
            retain(result.object());
        }
      leave: {
        if (f->kind == FrameKind::Call && f->flags == 0) {
          const uint32_t count = f->code->register_count;
          for (uint32_t r = 0; r < count; ++r) {
            const Value v = regs[r];
            if (!v.is_object()) continue;
            regs[r] = Value();
            release(v.object());
          }
          Frame* back = f->back;
          const uint16_t to = f->result;
          t.frame = back;
          --t.depth;
          f = back;
          pc = f->pc;
          regs = f->regs;
          constants = f->code->constants;
          put(regs[pc->a], Value());
          put(regs[to], result);
          GILBOX_NEXT(1);
        }
        f->pc = pc;
        const FrameKind kind = f->kind;
        const uint16_t to = f->result;
        Generator* generator = f->flags & kGeneratorFrame ? f->generator : nullptr;
        Var v = Var::adopt(result);
        if (generator)
          end_generator(t, *generator);
        else
          pop_frame(t, *f);
        if (kind == FrameKind::Entry) return v;
        step = deliver(t, kind, to, generator, std::move(v));
        goto stepped;
      }

      case Op::YIELD:
        f->pc = pc;
        step = yield_cold(t, *f, i, out);
        goto stepped;
      case Op::SEND:
        f->pc = pc;
        step = send_cold(t, *f, i, out);
        goto stepped;
      default: break;  // cold_half() has every instruction
    }
  cold:
    f->pc = pc;
    step = cold_half(t, *f, *pc);
    if (step != Step::Next) goto stepped;
    pc += 1 + kOps[static_cast<int>(pc->op)].caches;
    continue;
  plain:  // an uncounted result
    put(regs[pc->a], result);
    ++pc;
  }
}

// Goes on with what a cold half said, until the innermost Entry frame leaves.
Var run_from(Thread& t, Step step, Var out) {
  for (;;) {
    Var v = loop(t, step, std::move(out), reenter_budget());
    if (!v.is_blocked()) return v;
    step = Step::Reload;
    out = Var();
  }
}
Var run(Thread& t) { return run_from(t, Step::Enter, Var()); }

}  // namespace gilbox::py
