// BaseException, and the exception types: each row of exceptions.def with its traits.
#include "runtime/gc.hpp"
#include "runtime/members.hpp"
#include "runtime/names.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "types/class_make.hpp"
#include "types/exception_types.hpp"

namespace gilbox::py {

std::span<Value> exception_fields(Exception& e) {
  Type& native = has_flag(e.type, kHeap) ? native_base(*e.type) : *e.type;
  constexpr size_t kStart = (sizeof(Exception) + 7) & ~size_t{7};
  auto* first = reinterpret_cast<Value*>(reinterpret_cast<char*>(&e) + kStart);
  return {first, (native.instance_size - kStart) / sizeof(Value)};
}

void assign_field(Value& field, Value v) {
  retain(v);
  Var old = Var::adopt(std::exchange(field, v));
}

namespace {

Exception& self_of(Value v) { return *v.as<Exception>(); }

bool set_args(Thread& t, Exception& e, const Args& args) {
  Ref<Tuple> all = make_tuple(t, args.values, args.count);
  if (!all) return false;
  assign_field(e.args, all.value());
  return true;
}

}  // namespace

Var exception_new(Thread& t, Type& type, const Args& args) {
  auto* e = make<Exception>(t, type, type.instance_size);
  if (!e) return Var::error();
  Var made = Var::adopt(Value::object(e));
  e->args = e->traceback = e->context = e->cause = Value::none();
  e->notes = Value();
  for (Value& field : exception_fields(*e)) field = Value::none();
  return set_args(t, *e, args) ? std::move(made) : Var::error();
}

bool exception_init(Thread& t, Value self, const Args& args) {
  if (args.keyword_count())
    return raise(t, exc::TypeError, "%T() takes no keyword arguments", self), false;
  return set_args(t, self_of(self), args);
}

bool exception_init_with(Thread& t, Value self, const Args& args, const char* const* keywords,
                         Value* fields) {
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Str* name = args.names->items[k].as<Str>();
    Utf8 text(*name);
    int i = 0;
    while (keywords[i] && text.view() != keywords[i]) ++i;
    if (!keywords[i])
      return raise(t, exc::TypeError, "%T() got an unexpected keyword argument '%U'", self, name),
             false;
    fields[i] = args.values[args.count + k];
  }
  return set_args(t, self_of(self), {args.values, args.count, nullptr});
}

Var exception_str(Thread& t, Value v) {
  Tuple& args = *self_of(v).args.as<Tuple>();
  if (args.size == 0) return make_ascii(t, "").var();
  return str(t, args.size == 1 ? args.items[0] : self_of(v).args).var();
}

Var exception_repr(Thread& t, Value v) {
  Tuple& args = *self_of(v).args.as<Tuple>();
  Type* type = fast_type_of(v);
  if (args.size == 1) return format_text(t, "%N(%R)", type, args.items[0]).var();
  return format_text(t, "%N%R", type, self_of(v).args).var();
}

void add_note(Thread& t, Value exception, Value note) {
  Exception& e = self_of(exception);
  if (e.notes.is_unbound()) {
    Ref<List> made = make_list(t);
    if (!made) return clear_exception(t);
    assign_field(e.notes, made.value());
  }
  if (is_list(e.notes) && !list_append(t, *e.notes.as<List>(), note)) clear_exception(t);
}

namespace {

Var with_traceback(Thread& t, Value v, const Value* a);

Var get_args(Thread&, Value v) { return Var(self_of(v).args); }
bool set_args_attr(Thread& t, Value v, Value value) {
  if (value.is_unbound()) return raise(t, exc::TypeError, "args may not be deleted"), false;
  Ref<Tuple> all = tuple_from(t, value);
  if (!all) return false;
  assign_field(self_of(v).args, all.value());
  return true;
}

Var get_traceback(Thread&, Value v) { return Var(self_of(v).traceback); }
bool set_traceback(Thread& t, Value v, Value value) {
  if (value.is_unbound())
    return raise(t, exc::TypeError, "__traceback__ may not be deleted"), false;
  if (!value.is_none() && std::string_view(type_name(value)) != "traceback")
    return raise(t, exc::TypeError, "__traceback__ must be a traceback or None"), false;
  assign_field(self_of(v).traceback, value);
  return true;
}
Var with_traceback(Thread& t, Value v, const Value* a) {
  return set_traceback(t, v, a[0]) ? Var(v) : Var::error();
}

bool set_link(Thread& t, Value v, Value value, Value Exception::* field, const char* name) {
  if (value.is_unbound()) return raise(t, exc::TypeError, "%s may not be deleted", name), false;
  if (!value.is_none() && !is_exception(value))
    return raise(t, exc::TypeError, "exception %s must be None or derive from BaseException",
                 std::string_view(name) == "__cause__" ? "cause" : "context"),
           false;
  assign_field(self_of(v).*field, value);
  return true;
}
Var get_context(Thread&, Value v) { return Var(self_of(v).context); }
bool set_context_attr(Thread& t, Value v, Value value) {
  return set_link(t, v, value, &Exception::context, "__context__");
}
Var get_cause(Thread&, Value v) { return Var(self_of(v).cause); }
bool set_cause(Thread& t, Value v, Value value) {
  if (!set_link(t, v, value, &Exception::cause, "__cause__")) return false;
  self_of(v).suppress_context = true;
  return true;
}
Var get_suppress(Thread&, Value v) { return Var::boolean(self_of(v).suppress_context); }
bool set_suppress(Thread& t, Value v, Value value) {
  if (!value.is_bool()) return raise(t, exc::TypeError, "attribute value type must be bool"), false;
  self_of(v).suppress_context = value.is_true();
  return true;
}

Var get_notes(Thread& t, Value v) {
  Value notes = self_of(v).notes;
  return notes.is_unbound() ? raise_attribute_error(t, v, names::d_notes) : Var(notes);
}
bool set_notes(Thread& t, Value v, Value value) {
  if (value.is_unbound() && self_of(v).notes.is_unbound())
    return raise_attribute_error(t, v, names::d_notes), false;
  assign_field(self_of(v).notes, value);
  return true;
}
Var exception_add_note(Thread& t, Value v, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "note must be a str, not '%T'", a[0]);
  Exception& e = self_of(v);
  if (e.notes.is_unbound()) {
    Ref<List> made = make_list(t);
    if (!made) return Var::error();
    assign_field(e.notes, made.value());
  }
  if (!is_list(e.notes))
    return raise(t, exc::TypeError, "Cannot add note: __notes__ is not a list");
  return list_append(t, *e.notes.as<List>(), a[0]) ? Var::none() : Var::error();
}

Var exception_reduce(Thread& t, Value v, const Value*) {
  Exception& e = self_of(v);
  Var args(e.args);
  // The name of a file is no argument any more, but must be one to come back.
  if (is_instance(v, exc::OSError) && e.args.as<Tuple>()->size == 2 &&
      !static_cast<OSErrorObject&>(e).filename.is_none()) {
    auto& os = static_cast<OSErrorObject&>(e);
    const Value five[] = {os.error_number, os.strerror, os.filename, Value::none(), os.filename2};
    args = make_tuple(t, five, os.filename2.is_none() ? 3 : 5).var();
    if (args.failed()) return args;
  }
  Ref<Dict> state;
  if (e.dict && e.dict->live) {
    state = dict_copy(t, *e.dict);
    if (!state) return Var::error();
  }
  if (!e.notes.is_unbound()) {
    if (!state) state = make_dict(t);
    if (!state || !dict_set(t, *state, names::d_notes, e.notes)) return Var::error();
  }
  Value parts[] = {Value::object(fast_type_of(v)), args, state ? state.value() : Value::none()};
  return make_tuple(t, parts, state ? 3 : 2).var();
}
Var exception_setstate(Thread& t, Value v, const Value* a) {
  if (a[0].is_none()) return Var::none();
  if (!is_dict(a[0])) return raise(t, exc::TypeError, "state is not a dictionary");
  Ref<Dict> state(a[0].as<Dict>());
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*state, at)) {
    Var key(e->key), value(e->value);
    if (is_str(key) && !set_attr(t, v, key.as<Str>(), value)) return Var::error();
  }
  return Var::none();
}

void exception_traverse(Object* o, Visitor& visit) {
  auto* e = static_cast<Exception*>(o);
  visit(static_cast<Object*>(e->dict));
  for (Value v : {e->args, e->traceback, e->context, e->cause, e->notes}) visit(v);
  for (Value v : exception_fields(*e)) visit(v);
}
void exception_clear(Object* o) {
  auto* e = static_cast<Exception*>(o);
  if (e->dict) release(static_cast<Object*>(std::exchange(e->dict, nullptr)));
  for (Value* v : {&e->traceback, &e->context, &e->cause}) assign_field(*v, Value::none());
  assign_field(e->notes, Value());
  for (Value& v : exception_fields(*e)) assign_field(v, Value::none());
}
void exception_dealloc(Object* o) {
  exception_clear(o);
  release(static_cast<Exception*>(o)->args);
  free_object(o, o->type->instance_size);
}

const NativeDef kMethods[] = {
    {"with_traceback", with_traceback, "object, /",
     "Set self.__traceback__ to tb and return self."},
    {"add_note", exception_add_note, "object, /", "Add a note to the exception"},
    {"__reduce__", exception_reduce, ""},
    {"__setstate__", exception_setstate, "object, /"},
    {},
};
const GetSetDef kGetSet[] = {
    {"args", get_args, set_args_attr},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", get_context, set_context_attr},
    {"__cause__", get_cause, set_cause},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__notes__", get_notes, set_notes},
    {"__dict__", get_instance_dict, set_instance_dict},
    {},
};

template <class Layout>
constexpr Type exception_type(const char* name, Type& base) {
  Type t = static_type(name, sizeof(Layout), kBase | kGc | kSubException);
  t.base = &base;
  ExceptionTraits traits = traits_of(name);
  t.new_ = traits.new_;
  t.init = traits.init;
  t.str = traits.str;
  t.getset = traits.getset;
  t.methods = traits.methods;
  return t;
}

}  // namespace

namespace exc {

constinit Type BaseException = [] {
  Type t = static_type("BaseException", sizeof(py::Exception), kBase | kGc | kSubException);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winvalid-offsetof"
  t.dict_offset = offsetof(py::Exception, dict);
#pragma clang diagnostic pop
  t.dealloc = exception_dealloc;
  t.traverse = exception_traverse;
  t.clear = exception_clear;
  t.new_ = exception_new;
  t.init = exception_init;
  t.str = exception_str;
  t.repr = exception_repr;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "Common base class for all exceptions";
  return t;
}();

#define GILBOX_EXCEPTION(name, base, layout) \
  constinit Type name = exception_type<py::layout>(#name, base);
#include "runtime/exceptions.def"
#undef GILBOX_EXCEPTION

// Its bases are BaseExceptionGroup and Exception: make_types() says so before it readies it.
constinit Type ExceptionGroup = exception_type<GroupObject>("ExceptionGroup", BaseExceptionGroup);

}  // namespace exc

}  // namespace gilbox::py
