#include "types/type_parameters.hpp"

#include "runtime/names.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

bool add_once(Thread& t, List& into, Value v) {
  for (uint32_t i = 0; i < into.size; ++i)
    if (into.items[i] == v) return true;
  return list_append(t, into, v);
}

bool is_variable(Value v) {
  // TypeVar, ParamSpec, TypeVarTuple: they know how to be substituted.
  Type* type = fast_type_of(v);
  std::string_view its = type->name;
  size_t dot = its.rfind('.');
  if (dot != std::string_view::npos) its.remove_prefix(dot + 1);
  return its == "TypeVar" || its == "ParamSpec" || its == "TypeVarTuple";
}

bool collect(Thread& t, const Value* items, uint32_t count, List& into) {
  for (uint32_t i = 0; i < count; ++i) {
    Value v = items[i];
    if (is_type(v)) continue;
    if (is_variable(v)) {
      if (!add_once(t, into, v)) return false;
      continue;
    }
    if (is_list(v) || is_tuple(v)) {
      if (is_list(v) ? !collect(t, v.as<List>()->items, v.as<List>()->size, into)
                     : !collect(t, v.as<Tuple>()->items, v.as<Tuple>()->size, into))
        return false;
      continue;
    }
    if (!v.is_object() || is_str(v)) continue;
    Var parameters = get_attr_or_unbound(t, v, names::d_parameters);
    if (parameters.failed()) return false;
    if (!is_tuple(parameters)) continue;
    for (uint32_t j = 0; j < parameters.as<Tuple>()->size; ++j)
      if (!add_once(t, into, parameters.as<Tuple>()->items[j])) return false;
  }
  return true;
}

}  // namespace

Ref<Tuple> collect_parameters(Thread& t, const Tuple& args) {
  Ref<List> found = make_list(t);
  if (!found || !collect(t, args.items, args.size, *found)) return {};
  return make_tuple(t, found->items, found->size);
}

Ref<Tuple> substitute_parameters(Thread& t, Value self, const Tuple& args, const Tuple& parameters,
                                 Value item) {
  if (parameters.size == 0)
    return raise(t, exc::TypeError, "%R is not a generic class", self), Ref<Tuple>();
  Ref<Tuple> given = is_tuple(item) ? Ref<Tuple>(item.as<Tuple>()) : make_tuple(t, &item, 1);
  if (!given) return {};
  if (given->size != parameters.size)
    return raise(t, exc::TypeError, "Too %s arguments for %R; actual %u, expected %u",
                 given->size > parameters.size ? "many" : "few", self, given->size,
                 parameters.size),
           Ref<Tuple>();
  auto replacement = [&](Value v) {
    for (uint32_t p = 0; p < parameters.size; ++p)
      if (parameters.items[p] == v) return given->items[p];
    return Value();
  };
  Ref<List> out = make_list(t);
  for (uint32_t i = 0; out && i < args.size; ++i) {
    Value v = args.items[i];
    Var put(v);
    if (Value r = replacement(v); !r.is_unbound()) {
      put = Var(r);
    } else if (v.is_object() && !is_type(v) && !is_str(v) && !is_list(v) && !is_tuple(v)) {
      Var inner = get_attr_or_unbound(t, v, names::d_parameters);
      if (inner.failed()) return {};
      if (is_tuple(inner) && inner.as<Tuple>()->size) {
        Ref<List> chosen = make_list(t);
        if (!chosen) return {};
        for (uint32_t j = 0; j < inner.as<Tuple>()->size; ++j) {
          Value r = replacement(inner.as<Tuple>()->items[j]);
          if (!list_append(t, *chosen, r.is_unbound() ? inner.as<Tuple>()->items[j] : r)) return {};
        }
        Ref<Tuple> key = make_tuple(t, chosen->items, chosen->size);
        if (!key) return {};
        put = get_item(t, v, key.value());
        if (put.failed()) return {};
      }
    }
    if (!list_append(t, *out, put)) return {};
  }
  return out ? make_tuple(t, out->items, out->size) : Ref<Tuple>();
}

bool put_type_repr(Thread& t, StrBuilder& out, Value v) {
  if (v.is_ellipsis()) return out.put("..."), true;
  if (v == Value::object(&none_type)) return out.put("None"), true;
  Ref<Str> text;
  if (is_type(v)) {
    Var module = get_attr(t, v, names::d_module), name = get_attr(t, v, names::d_qualname);
    if (module.failed() || name.failed()) return false;
    bool plain =
        module.get().is_none() || (is_str(module) && Utf8(*module.as<Str>()).view() == "builtins");
    text = plain ? str(t, name) : format_text(t, "%S.%S", module.get(), name.get());
  } else {
    text = repr(t, v);
  }
  if (!text) return false;
  out.put(*text);
  return true;
}

}  // namespace gilbox::py
