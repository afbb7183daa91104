#include "modules/context.hpp"

#include "modules/module_def.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"
#include "types/generic_alias.hpp"
#include "types/iterators.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

struct ContextVar : Object {
  Object* weak;
  Value name, fallback;  // fallback unbound: none
};
struct Token : Object {
  bool used;
  Value context, variable, old;  // old unbound: it was not set
};
extern Type thread_context_type, missing_type;
Object missing = {1, 0, &missing_type};  // Token.MISSING

Context& context_of(Value v) { return *v.as<Context>(); }
ContextVar& variable_of(Value v) { return *v.as<ContextVar>(); }
Token& token_of(Value v) { return *v.as<Token>(); }

void drop(Object* o) {
  if (o) release(o);
}

// The value of `variable` in a context (null: the empty one); unbound: not set.
Var value_in(Thread& t, const Context* context, Value variable) {
  if (!context || !context->values) return Var::unbound();
  return dict_get_item(t, *context->values, variable);
}

// Puts `v` (unbound: nothing) in the context's values by way of a copy.
bool put(Thread& t, Context& context, Value variable, Value v) {
  Ref<Dict> values = context.values ? dict_copy(t, *context.values) : make_dict(t);
  if (!values) return false;
  if (v.is_unbound()) {
    if (dict_remove_item(t, *values, variable) < 0) return false;
  } else if (!dict_set_item(t, *values, variable, v)) {
    return false;
  }
  drop(std::exchange(context.values, values.take()));
  return true;
}

// The thread's current context, made if it has none yet.
Context* own_context(Thread& t) {
  ThreadContext* here = thread_context(t);
  if (here && !here->current) here->current = make<Context>(t, context_type);
  return here ? here->current : nullptr;
}

// ---- ThreadContext
void state_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<ThreadContext*>(o);
  visit(s->current);
  visit(s->running_loop);
  visit(s->chosen_loop);
}
void state_dealloc(Object* o) {
  auto* s = static_cast<ThreadContext*>(o);
  if (current_thread && current_thread->platform == s) current_thread->platform = nullptr;
  drop(s->current);
  release(s->running_loop);
  release(s->chosen_loop);
  free_object(o, sizeof(ThreadContext));
}
Type thread_context_type = [] {
  Type t = static_type("_contextvars._ThreadContext", sizeof(ThreadContext), kGc);
  t.traverse = state_traverse;
  t.dealloc = state_dealloc;
  return t;
}();

// ---- Context
Var context_new(Thread& t, Type& type, const Args& args) {
  if (args.count || args.keyword_count())
    return raise(t, exc::TypeError, "Context() does not accept any arguments");
  return Ref<Context>::adopt(make<Context>(t, type)).var();
}

Ref<Context> copy_of(Thread& t, const Context* from) {
  auto* twin = make<Context>(t, context_type);
  if (twin && from && from->values) {
    retain(static_cast<Object*>(from->values));
    twin->values = from->values;
  }
  return Ref<Context>::adopt(twin);
}

Var context_copy(Thread& t, Value v, const Value*) { return copy_of(t, &context_of(v)).var(); }

Var context_run(Thread& t, Value v, const Args& args) {
  if (args.count == 0)
    return raise(t, exc::TypeError, "run() missing 1 required positional argument");
  Context& context = context_of(v);
  if (context.entered)
    return raise(t, exc::RuntimeError, "cannot enter context: %R is already entered", v);
  ThreadContext* here = thread_context(t);
  if (!here) return Var::error();
  retain(v);
  context.entered = true;
  Context* before = swap_context(*here, &context);
  Var result = call(t, args[0], Args{args.values + 1, args.count - 1, args.names});
  context.entered = false;
  drop(swap_context(*here, before));
  return result;
}

bool check_variable(Thread& t, Value v) {
  if (is_instance(v, context_var_type)) return true;
  raise(t, exc::TypeError, "a ContextVar key was expected, got %R", v);
  return false;
}
Var context_get(Thread& t, Value v, const Value* a) {
  if (!check_variable(t, a[0])) return Var::error();
  Var found = value_in(t, &context_of(v), a[0]);
  if (!found.is_unbound()) return found;
  return a[1].is_unbound() ? Var::none() : Var(a[1]);
}
Var context_get_item(Thread& t, Value v, Value key) {
  if (!check_variable(t, key)) return Var::error();
  Var found = value_in(t, &context_of(v), key);
  return found.is_unbound() ? raise_value(t, exc::KeyError, key) : found;
}
int context_contains(Thread& t, Value v, Value key) {
  if (!check_variable(t, key)) return -1;
  Var found = value_in(t, &context_of(v), key);
  return found.failed() ? -1 : !found.is_unbound();
}
int64_t context_length(Thread&, Value v) {
  return context_of(v).values ? context_of(v).values->live : 0;
}
Ref<Dict> values_of(Thread& t, Value v) {
  return context_of(v).values ? Ref<Dict>(context_of(v).values) : make_dict(t);
}
Var view(Thread& t, Value v, Str* name) {
  Ref<Dict> values = values_of(t, v);
  if (!values) return Var::error();
  GILBOX_TRY(items, call_method(t, values.value(), name));
  return iter(t, items);
}
Var context_iter(Thread& t, Value v) { return view(t, v, names::s_keys); }
Var context_keys(Thread& t, Value v, const Value*) { return view(t, v, names::s_keys); }
Var context_values(Thread& t, Value v, const Value*) { return view(t, v, names::s_values); }
Var context_items(Thread& t, Value v, const Value*) { return view(t, v, names::s_items); }
Var context_compare(Thread& t, Value a, Value b, CompareOp op) {
  if ((op != CompareOp::EQ && op != CompareOp::NE) || !is_instance(b, context_type))
    return Var::not_implemented();
  Ref<Dict> left = values_of(t, a), right = values_of(t, b);
  return left && right ? compare(t, left.value(), right.value(), op) : Var::error();
}

void context_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Context*>(o)->values);
  visit(static_cast<Context*>(o)->before);
}
void context_clear(Object* o) { drop(std::exchange(static_cast<Context*>(o)->values, nullptr)); }
void context_dealloc(Object* o) {
  context_clear(o);
  free_object(o, sizeof(Context));
}

// ---- ContextVar
Var variable_new(Thread& t, Type& type, const Args& args) {
  Value a[2];
  if (!bind_arguments(t, "ContextVar", "name, /, *, default=<unrepresentable>", args, a))
    return Var::error();
  if (!is_str(a[0])) return raise(t, exc::TypeError, "context variable name must be a str");
  auto* v = make<ContextVar>(t, type);
  if (!v) return Var::error();
  retain(a[0]);
  retain(a[1]);
  v->name = a[0];
  v->fallback = a[1];
  return Var::adopt(Value::object(v));
}
Var variable_get(Thread& t, Value v, const Value* a) {
  auto* here = static_cast<ThreadContext*>(t.platform);
  Var found = value_in(t, here ? here->current : nullptr, v);
  if (!found.is_unbound()) return found;
  if (!a[0].is_unbound()) return Var(a[0]);
  if (!variable_of(v).fallback.is_unbound()) return Var(variable_of(v).fallback);
  return raise_value(t, exc::LookupError, v);
}
Var variable_set(Thread& t, Value v, const Value* a) {
  Context* context = own_context(t);
  if (!context) return Var::error();
  GILBOX_TRY(old, value_in(t, context, v));
  auto* token = make<Token>(t, context_token_type);
  if (!token) return Var::error();
  retain(static_cast<Object*>(context));
  retain(v);
  token->context = Value::object(context);
  token->variable = v;
  token->old = old.take();
  Var made = Var::adopt(Value::object(token));
  return put(t, *context, v, a[0]) ? std::move(made) : Var::error();
}
Var variable_reset(Thread& t, Value v, const Value* a) {
  if (!is_instance(a[0], context_token_type))
    return raise(t, exc::TypeError, "expected an instance of Token, got %R", a[0]);
  Token& token = token_of(a[0]);
  if (token.used) return raise(t, exc::RuntimeError, "%R has already been used once", a[0]);
  if (token.variable != v)
    return raise(t, exc::ValueError, "%R was created by a different ContextVar", a[0]);
  Context* context = own_context(t);
  if (!context) return Var::error();
  if (token.context != Value::object(context))
    return raise(t, exc::ValueError, "%R was created in a different Context", a[0]);
  token.used = true;
  return put(t, *context, v, token.old) ? Var::none() : Var::error();
}
Var variable_repr(Thread& t, Value v) {
  ContextVar& variable = variable_of(v);
  if (variable.fallback.is_unbound())
    return format_text(t, "<ContextVar name=%R at %p>", variable.name,
                       static_cast<void*>(&variable))
        .var();
  return format_text(t, "<ContextVar name=%R default=%R at %p>", variable.name, variable.fallback,
                     static_cast<void*>(&variable))
      .var();
}
void variable_traverse(Object* o, Visitor& visit) { visit(static_cast<ContextVar*>(o)->fallback); }
void variable_dealloc(Object* o) {
  release(static_cast<ContextVar*>(o)->name);
  release(static_cast<ContextVar*>(o)->fallback);
  free_object(o, sizeof(ContextVar));
}

// ---- Token
Var token_new(Thread& t, Type&, const Args&) {
  return raise(t, exc::RuntimeError, "Tokens can only be created by ContextVars");
}
Var token_var(Thread&, Value v) { return Var(token_of(v).variable); }
Var token_old(Thread&, Value v) {
  Value old = token_of(v).old;
  return Var(old.is_unbound() ? Value::object(&missing) : old);
}
Var token_repr(Thread& t, Value v) {
  return format_text(t, "<Token%s var=%R at %p>", token_of(v).used ? " used" : "",
                     token_of(v).variable, static_cast<void*>(v.object()))
      .var();
}
void token_traverse(Object* o, Visitor& visit) {
  auto* token = static_cast<Token*>(o);
  for (Value v : {token->context, token->variable, token->old}) visit(v);
}
void token_dealloc(Object* o) {
  auto* token = static_cast<Token*>(o);
  for (Value v : {token->context, token->variable, token->old}) release(v);
  free_object(o, sizeof(Token));
}
Type missing_type = [] {
  Type t = static_type("Token.MISSING", sizeof(Object), 0);
  t.repr = [](Thread& t, Value) { return make_ascii(t, "<Token.MISSING>").var(); };
  return t;
}();

const NativeDef kContextMethods[] = {{"run", context_run},
                                     {"copy", context_copy, ""},
                                     {"get", context_get, "key, default=None, /"},
                                     {"keys", context_keys, ""},
                                     {"values", context_values, ""},
                                     {"items", context_items, ""},
                                     {}};
const NativeDef kVariableMethods[] = {
    {"get", variable_get, "default=<unrepresentable>, /"},
    {"set", variable_set, "value, /"},
    {"reset", variable_reset, "token, /"},
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class},
    {}};
const GetSetDef kVariableGetSet[] = {
    {"name", [](Thread&, Value v) { return Var(variable_of(v).name); }}, {}};
const NativeDef kTokenMethods[] = {
    {"__class_getitem__", generic_class_getitem, "object, /", nullptr, NativeKind::Class}, {}};
const GetSetDef kTokenGetSet[] = {{"var", token_var}, {"old_value", token_old}, {}};

Var copy_context(Thread& t, Value, const Value*) { return copy_current_context(t).var(); }

const NativeDef kFunctions[] = {{"copy_context", copy_context, ""}, {}};

bool fill(Thread& t, Module& m) {
  Permanent stays;
  return ready_type(t, thread_context_type) && ready_type(t, missing_type) &&
         add_type(t, m, context_type) && add_type(t, m, context_var_type) &&
         add_type(t, m, context_token_type) &&
         dict_set(t, *context_token_type.dict, intern(t, std::string_view("MISSING")),
                  Value::object(&missing));
}

}  // namespace

Type context_type = [] {
  Type t = static_type("_contextvars.Context", sizeof(Context), kGc);
  t.weak_offset = offsetof(Context, weak);
  t.new_ = context_new;
  t.hash = hash_not_implemented;
  t.compare = context_compare;
  t.get_item = context_get_item;
  t.contains = context_contains;
  t.length = context_length;
  t.iter = context_iter;
  t.traverse = context_traverse;
  t.clear = context_clear;
  t.dealloc = context_dealloc;
  t.methods = kContextMethods;
  return t;
}();
Type context_var_type = [] {
  Type t = static_type("_contextvars.ContextVar", sizeof(ContextVar), kGc);
  t.weak_offset = offsetof(ContextVar, weak);
  t.new_ = variable_new;
  t.repr = variable_repr;
  t.traverse = variable_traverse;
  t.dealloc = variable_dealloc;
  t.methods = kVariableMethods;
  t.getset = kVariableGetSet;
  return t;
}();
Type context_token_type = [] {
  Type t = static_type("_contextvars.Token", sizeof(Token), kGc);
  t.new_ = token_new;
  t.hash = hash_not_implemented;
  t.repr = token_repr;
  t.traverse = token_traverse;
  t.dealloc = token_dealloc;
  t.methods = kTokenMethods;
  t.getset = kTokenGetSet;
  return t;
}();

ThreadContext* thread_context(Thread& t) {
  if (t.platform) return static_cast<ThreadContext*>(t.platform);
  Str* key = intern(t, std::string_view("contextvars"));
  if (!t.locals) t.locals = make_dict(t);
  auto state = key && t.locals
                   ? Ref<ThreadContext>::adopt(make<ThreadContext>(t, thread_context_type))
                   : Ref<ThreadContext>();
  if (!state) return nullptr;
  state->running_loop = state->chosen_loop = Value();
  if (!dict_set(t, *t.locals, key, state.value())) return nullptr;
  t.platform = state.get();
  return state.get();
}

Ref<Context> copy_current_context(Thread& t) {
  auto* here = static_cast<ThreadContext*>(t.platform);
  return copy_of(t, here ? here->current : nullptr);
}

extern const ModuleDef _contextvars_module;
const ModuleDef _contextvars_module = {"_contextvars", kFunctions, fill};

}  // namespace gilbox::py
