// Builtins that run or look at code: eval, exec, compile, globals, locals, __import__; and the
// class statement.
#include "runtime/buffer.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/cell.hpp"
#include "vm/builtins.hpp"
#include "vm/call.hpp"
#include "vm/import.hpp"

namespace gilbox::py {

namespace {

bool no_frame(Thread& t, const char* name) {
  return raise(t, exc::SystemError, "%s(): no Python code is running", name), false;
}

Var globals(Thread& t, Value, const Value*) {
  if (!t.frame) return no_frame(t, "globals"), Var::error();
  return Var(Value::object(t.frame->function->globals));
}
Var locals(Thread& t, Value, const Value*) { return current_locals(t); }

// Source text of an argument: str, or bytes-like in UTF-8.
bool source_text(Thread& t, Value v, const char* name, const char* kinds, std::string& out) {
  if (is_str(v)) {
    out = Utf8(*v.as<Str>()).view();
  } else {
    Buffer bytes;
    if (!get_buffer(t, v, bytes)) {
      if (clear_if(t, exc::TypeError))
        raise(t, exc::TypeError, "%s() arg 1 must be a %s", name, kinds);
      return false;
    }
    out = bytes.view();
  }
  if (out.find('\0') != std::string::npos)
    return raise(t, exc::SyntaxError, "source code string cannot contain null bytes"), false;
  return true;
}

uint32_t inherited_flags(Thread& t) {
  return t.frame ? t.frame->code->flags & bytecode::kFutureAnnotations : 0;
}

Var compile_(Thread& t, Value, const Args& args) {
  Value a[7];
  if (!bind_arguments(t, "compile",
                      "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, "
                      "_feature_version=-1",
                      args, a))
    return Var::error();
  std::string text;
  if (!source_text(t, a[0], "compile", "string, bytes or AST object", text)) return Var::error();
  if (!is_str(a[1]))
    return raise(t, exc::TypeError, "expected str, bytes or os.PathLike object, not %T", a[1]);
  if (!is_str(a[2]))
    return raise(t, exc::TypeError, "compile() argument 'mode' must be str, not %T", a[2]);
  const Utf8 filename(*a[1].as<Str>()), mode(*a[2].as<Str>());
  if (mode.view() != "exec" && mode.view() != "eval" && mode.view() != "single")
    return raise(t, exc::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  int64_t flags = 0;
  if (!a[3].is_unbound() && !to_int64(t, a[3], flags)) return Var::error();
  int inherit = a[4].is_unbound() ? 1 : 1 - truth(t, a[4]);
  return compile_hook(t, text, filename, mode,
                      static_cast<uint32_t>(flags) | (inherit ? inherited_flags(t) : 0))
      .var();
}

// The globals and locals exec and eval run in. False: error set.
bool environment(Thread& t, const char* name, Value globals, Value locals, Ref<Dict>& g, Var& l) {
  if (globals.is_unbound() || globals.is_none()) {
    if (!t.frame) return no_frame(t, name);
    g = Ref<Dict>(t.frame->function->globals);
    l = locals.is_unbound() || locals.is_none() ? current_locals(t) : Var(locals);
    if (l.failed()) return false;
  } else {
    if (!is_dict(globals)) {
      raise(t, exc::TypeError,
            name[0] == 'e' && name[1] == 'v' ? "globals must be a dict"
                                             : "exec() globals must be a dict, not %T",
            globals);
      return false;
    }
    g = Ref<Dict>(globals.as<Dict>());
    l = locals.is_unbound() || locals.is_none() ? Var(globals) : Var(locals);
  }
  if (!is_dict(l) && !type_of(l)->get_item)
    return raise(t, exc::TypeError,
                 name[0] == 'e' && name[1] == 'v' ? "locals must be a mapping"
                                                  : "locals must be a mapping or None, not %T",
                 l.get()),
           false;
  if (dict_get(*g, names::d_builtins).is_unbound())
    return dict_set(t, *g, names::d_builtins, Value::object(interpreter.builtins));
  return true;
}

Var evaluate(Thread& t, const char* name, const char* mode, const Args& args,
             const char* signature) {
  Value a[4];
  if (!bind_arguments(t, name, signature, args, a)) return Var::error();
  Ref<Dict> g;
  Var l;
  if (!environment(t, name, a[1], a[2], g, l)) return Var::error();
  Ref<CodeObject> code;
  if (a[0].is_object() && a[0].object()->type == &code_type) {
    code = Ref<CodeObject>(a[0].as<CodeObject>());
  } else {
    std::string text;
    if (!source_text(t, a[0], name, "string, bytes or code object", text)) return Var::error();
    if (mode[1] == 'v') text.erase(0, text.find_first_not_of(" \t"));
    code = compile_hook(t, text, "<string>", mode, inherited_flags(t));
    if (!code) return Var::error();
  }
  Tuple* closure = nullptr;
  if (is_tuple(a[3])) closure = a[3].as<Tuple>();
  const size_t free = code->source->free.size();
  if (free && !closure)
    return raise(t, exc::TypeError, "code object passed to %s() may not contain free variables",
                 name);
  return run_code(t, *code, *g, l.get().object(), closure);
}

Var eval_(Thread& t, Value, const Args& args) {
  return evaluate(t, "eval", "eval", args, "source, /, globals=None, locals=None");
}
Var exec_(Thread& t, Value, const Args& args) {
  Var v =
      evaluate(t, "exec", "exec", args, "source, /, globals=None, locals=None, *, closure=None");
  return v.failed() ? v : Var::none();
}

Var import_(Thread& t, Value, const Args& args) {
  Value a[5];
  if (!bind_arguments(t, "__import__", "name, globals=None, locals=None, fromlist=(), level=0",
                      args, a))
    return Var::error();
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__import__() argument 1 must be str, not %T", a[0]);
  int64_t level = 0;
  if (!a[4].is_unbound() && !to_int64(t, a[4], level)) return Var::error();
  return import_name(t, a[0].as<Str>(), a[1], a[3], level);
}

// -- the class statement
// ---------------------------------------------------------------------------------------

// Bases that are no classes are replaced by what their __mro_entries__ says (PEP 560).
Ref<Tuple> resolve_bases(Thread& t, const Value* bases, uint32_t count, bool& changed) {
  Ref<List> list = make_list(t);
  Ref<Tuple> original = make_tuple(t, bases, count);
  if (!list || !original) return {};
  changed = false;
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_type(bases[i])) {
      Var entries = get_attr_or_unbound(t, bases[i], names::d_mro_entries);
      if (entries.failed()) return {};
      if (!entries.is_unbound()) {
        Var replaced = call1(t, entries, original.value());
        if (replaced.failed()) return {};
        if (!is_tuple(replaced))
          return raise(t, exc::TypeError, "__mro_entries__ must return a tuple"), Ref<Tuple>();
        changed = true;
        if (!list_extend(t, *list, replaced)) return {};
        continue;
      }
    }
    if (!list_append(t, *list, bases[i])) return {};
  }
  return changed ? make_tuple(t, list->items, list->size) : original;
}

// The most derived metaclass. Unbound: error set.
Var metaclass_of(Thread& t, Value meta, Tuple& bases) {
  if (!is_type(meta)) return Var(meta);  // any callable
  Type* winner = meta.as<Type>();
  for (uint32_t i = 0; i < bases.size; ++i) {
    Type* other = type_of(bases.items[i]);
    if (is_subtype(winner, other)) continue;
    if (is_subtype(other, winner))
      winner = other;
    else
      return raise(
          t, exc::TypeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
          "of the metaclasses of all its bases");
  }
  return Var(Value::object(winner));
}

}  // namespace

Var build_class_statement(Thread& t, Value, const Args& args) {
  if (args.count < 2) return raise(t, exc::TypeError, "__build_class__: not enough arguments");
  if (!is_function(args[0]))
    return raise(t, exc::TypeError, "__build_class__: func must be a function");
  if (!is_str(args[1])) return raise(t, exc::TypeError, "__build_class__: name is not a string");
  bool changed;
  Ref<Tuple> bases = resolve_bases(t, args.values + 2, args.count - 2, changed);
  if (!bases) return Var::error();
  Value meta = Value::object(bases->size ? type_of(bases->items[0]) : &type_type);
  Ref<List> names = make_list(t), keyword_values = make_list(t);
  if (!names || !keyword_values) return Var::error();
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Value key = args.names->items[k], v = args.values[args.count + k];
    if (Utf8(*key.as<Str>()).view() == "metaclass") {
      meta = v;
    } else if (!list_append(t, *names, key) || !list_append(t, *keyword_values, v)) {
      return Var::error();
    }
  }
  Var winner = metaclass_of(t, meta, *bases);
  if (winner.failed()) return winner;
  Ref<Tuple> keyword_names = make_tuple(t, names->items, names->size);
  if (!keyword_names) return Var::error();
  auto call_with = [&](Value callee, const Value* positional, uint32_t count) {
    Ref<List> all = make_list(t, positional, count);
    for (uint32_t i = 0; all && i < keyword_values->size; ++i)
      if (!list_append(t, *all, keyword_values->items[i])) return Var::error();
    if (!all) return Var::error();
    return call(t, callee,
                Args{all->items, count, keyword_names->size ? keyword_names.get() : nullptr});
  };
  Var ns;
  if (winner.get() == Value::object(&type_type)) {
    ns = make_dict(t).var();
  } else {
    Var prepare = get_attr_or_unbound(t, winner, names::d_prepare);
    if (prepare.failed()) return prepare;
    Value both[] = {args[1], bases.value()};
    ns = prepare.is_unbound() ? make_dict(t).var() : call_with(prepare, both, 2);
    if (!ns.failed() && !is_dict(ns) && !type_of(ns)->get_item)
      return raise(t, exc::TypeError, "%S.__prepare__() must return a mapping, not %T",
                   winner.get(), ns.get());
  }
  if (ns.failed()) return ns;
  Function& body = *args[0].as<Function>();
  Var cell = run_code(t, *body.code, *body.globals, ns.get().object(), body.closure);
  if (cell.failed()) return cell;
  if (changed) {
    Ref<Tuple> original = make_tuple(t, args.values + 2, args.count - 2);
    if (!original || !set_item(t, ns, Value::object(names::d_orig_bases), original.value()))
      return Var::error();
  }
  Value three[] = {args[1], bases.value(), ns};
  Var cls = call_with(winner, three, 3);
  if (cls.failed() || !is_type(cls) || !is_cell(cell)) return cls;
  Value inside = cell.as<Cell>()->contents;
  if (inside.is_unbound())
    return raise(
        t, exc::RuntimeError,
        "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?",
        args[1], cls.get());
  if (!(inside == cls.get()))
    return raise(t, exc::TypeError, "__class__ set to %R defining %R as %R", inside, args[1],
                 cls.get());
  return cls;
}

Var current_locals(Thread& t) {
  if (!t.frame) return no_frame(t, "locals"), Var::error();
  return frame_locals(t, *t.frame);
}

const NativeDef kCodeBuiltins[] = {
    {"globals", globals, ""},
    {"locals", locals, ""},
    {"compile", compile_},
    {"eval", eval_},
    {"exec", exec_},
    {"__import__", import_},
    {},
};

}  // namespace gilbox::py
