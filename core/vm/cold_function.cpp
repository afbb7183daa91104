#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/function.hpp"
#include "vm/cold.hpp"
#include "vm/import.hpp"

namespace gilbox::py {

namespace {

Step make(Thread& t, Frame& f, const Insn& i) {
  auto& code = *f.code->constants[i.b].as<CodeObject>();
  Ref<Function> fn = make_function(t, code, *f.function->globals, f.function->builtins);
  if (!fn) return Step::Error;
  uint16_t r = i.c;
  if (i.x & bytecode::kDefaults) fn->defaults = take(f.regs[r++]).take().as<Tuple>();
  if (i.x & bytecode::kKwDefaults) fn->kw_defaults = take(f.regs[r++]).take().as<Dict>();
  if (i.x & bytecode::kAnnotations) fn->annotations = take(f.regs[r++]).take();
  if (i.x & bytecode::kClosure) fn->closure = take(f.regs[r++]).take().as<Tuple>();
  store(f.regs[i.a], std::move(fn).var());
  return Step::Next;
}

// What needs the typing module: type parameters and aliases (PEP 695) are its classes.
Step from_typing(Thread& t, Frame& f, const Insn& i, const char* name, const Value* args,
                 uint32_t count) {
  Str* module_name = intern(t, "typing");
  if (!module_name) return Step::Error;
  Var typing = import_module(t, module_name);
  if (typing.failed()) return Step::Error;
  Var maker = get_attr(t, typing, name);
  if (maker.failed()) return Step::Error;
  Var made = call(t, maker, args, count);
  if (made.failed()) return Step::Error;
  kill(f, i, bytecode::kKillB, i.b);
  kill(f, i, bytecode::kKillC, i.c);
  store(f.regs[i.a], std::move(made));
  return Step::Next;
}

}  // namespace

Step function_cold(Thread& t, Frame& f, const Insn& i) {
  switch (i.op) {
    case Op::MAKE_FUNCTION: return make(t, f, i);
    case Op::LOAD_BUILD_CLASS: {
      Value v =
          f.function->builtins ? dict_get(*f.function->builtins, names::d_build_class) : Value();
      if (v.is_unbound()) return raise(t, exc::NameError, "__build_class__ not found"), Step::Error;
      store(f.regs[i.a], Var(v));
      return Step::Next;
    }
    case Op::LOAD_LOCALS: {
      Object* names = f.names();
      store(f.regs[i.a], Var(Value::object(names ? names : f.function->globals)));
      return Step::Next;
    }
    default:  // LOAD_ASSERTION_ERROR
      store(f.regs[i.a], Var(Value::object(&exc::AssertionError)));
      return Step::Next;
  }
}

Step intrinsic_cold(Thread& t, Frame& f, const Insn& i) {
  using bytecode::Intrinsic;
  Value b = f.regs[i.b], c = f.regs[i.c];
  Value both[] = {b, c};
  switch (static_cast<Intrinsic>(i.x >> bytecode::kOpShift)) {
    case Intrinsic::TypeVar: return from_typing(t, f, i, "_typevar", &b, 1);
    case Intrinsic::TypeVarWithBound: return from_typing(t, f, i, "_typevar_with_bound", both, 2);
    case Intrinsic::TypeVarWithTuple:
      return from_typing(t, f, i, "_typevar_with_constraints", both, 2);
    case Intrinsic::TypeVarTuple: return from_typing(t, f, i, "TypeVarTuple", &b, 1);
    case Intrinsic::ParamSpec: return from_typing(t, f, i, "_paramspec", &b, 1);
    case Intrinsic::SetTypeParamDefault: return from_typing(t, f, i, "_set_default", both, 2);
    case Intrinsic::SubscriptGeneric: return from_typing(t, f, i, "_generic_of", &b, 1);
    case Intrinsic::TypeAlias: return from_typing(t, f, i, "_type_alias", &b, 1);
    case Intrinsic::SetFunctionTypeParams: {
      if (!set_attr(t, b, names::d_type_params, c)) return Step::Error;
      Var fn(b);
      kill(f, i, bytecode::kKillB, i.b);
      kill(f, i, bytecode::kKillC, i.c);
      store(f.regs[i.a], std::move(fn));
      return Step::Next;
    }
    case Intrinsic::AsyncGenWrap: {
      Var v(b);
      kill(f, i, bytecode::kKillB, i.b);
      store(f.regs[i.a], std::move(v));
      return Step::Next;
    }
    case Intrinsic::StopIterationError: {
      const bool asynchronous = f.code->flags & bytecode::kAsyncGenerator;
      const char* noun = asynchronous                           ? "async generator"
                         : f.code->flags & bytecode::kCoroutine ? "coroutine"
                                                                : "generator";
      Var result(b);
      const char* which = matches(b, exc::StopIteration) ? "StopIteration"
                          : asynchronous && matches(b, exc::StopAsyncIteration)
                              ? "StopAsyncIteration"
                              : nullptr;
      if (which) {
        Ref<Str> text = format_text(t, "%s raised %s", noun, which);
        if (!text) return Step::Error;
        result = call1(t, Value::object(&exc::RuntimeError), text.value());
        if (result.failed()) return Step::Error;
        auto* e = result.as<Exception>();
        release(std::exchange(e->cause, Var(b).take()));
        release(std::exchange(e->context, Var(b).take()));
        e->suppress_context = true;
      }
      kill(f, i, bytecode::kKillB, i.b);
      store(f.regs[i.a], std::move(result));
      return Step::Next;
    }
  }
  return raise(t, exc::SystemError, "unknown intrinsic"), Step::Error;
}

Step print_expression(Thread& t, Frame& f, const Insn& i) {
  Value hook = interpreter.sys ? dict_get(*interpreter.sys, names::s_displayhook) : Value();
  if (hook.is_unbound()) return raise(t, exc::RuntimeError, "lost sys.displayhook"), Step::Error;
  Var shown = call1(t, hook, f.regs[i.b]);
  if (shown.failed()) return Step::Error;
  kill(f, i, bytecode::kKillB, i.b);
  return Step::Next;
}

}  // namespace gilbox::py
