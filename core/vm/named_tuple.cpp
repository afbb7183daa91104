#include <cstring>

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/method.hpp"
#include "vm/sys_module.hpp"

namespace gilbox::py {

namespace {

// repr of such a tuple: sys.version_info(major=3, …); the names are in the class.
Var named_repr(Thread& t, Value self, const Value*) {
  Str *fields_name = intern(t, "__match_args__"), *type_name = intern(t, "_shown_name");
  if (!fields_name || !type_name) return Var::error();
  Var fields = get_attr(t, self, fields_name), shown = get_attr(t, self, type_name);
  if (fields.failed() || shown.failed()) return Var::error();
  StrBuilder out(t);
  out.put(*shown.as<Str>());
  out.put("(");
  for (uint32_t i = 0; i < fields.as<Tuple>()->size; ++i) {
    if (i) out.put(", ");
    Ref<Str> text = repr(t, self.as<Tuple>()->items[i]);
    if (!text) return Var::error();
    out.put(*fields.as<Tuple>()->items[i].as<Str>());
    out.put("=");
    out.put(*text);
  }
  out.put(")");
  return out.finish().var();
}

Var item_of(Thread& t, Value position, const Value* a) { return get_item(t, a[0], position); }

const NativeDef kRepr = {"__repr__", named_repr, ""};
const NativeDef kItem = {"item", item_of, "self, /"};

}  // namespace

Var make_named_tuple(Thread& t, const char* type_name, std::span<const NamedItem> items) {
  Ref<Dict> ns = make_dict(t);
  Ref<List> names = make_list(t), values = make_list(t);
  if (!ns || !names || !values) return Var::error();
  for (uint32_t i = 0; i < items.size(); ++i) {
    Str* name = intern(t, std::string_view(items[i].name));
    Ref<NativeFunction> getter = make_native(t, kItem, Value::small(i), nullptr);
    if (!name || !getter) return Var::error();
    Var property = call1(t, Value::object(&property_type), getter.value());
    if (property.failed() || !dict_set(t, *ns, name, property) ||
        !list_append(t, *names, Value::object(name)) || !list_append(t, *values, items[i].value))
      return Var::error();
  }
  const char* dot = strrchr(type_name, '.');
  Ref<Tuple> fields = make_tuple(t, names->items, names->size);
  Ref<NativeFunction> shown = make_native(t, kRepr, Value(), &tuple_type);
  Str* short_name = intern(t, std::string_view(dot ? dot + 1 : type_name));
  Str *slots = names::d_slots, *shown_name = intern(t, "_shown_name"),
      *full = intern(t, std::string_view(type_name));
  Str* module = dot ? intern(t, std::string_view(type_name, static_cast<size_t>(dot - type_name)))
                    : names::s_builtins;
  if (!fields || !shown || !short_name || !shown_name || !full || !module ||
      !dict_set(t, *ns, names::d_match_args, fields.value()) ||
      !dict_set(t, *ns, names::d_repr, shown.value()) ||
      !dict_set(t, *ns, names::d_module, Value::object(module)) ||
      !dict_set(t, *ns, shown_name, Value::object(full)) ||
      !dict_set(t, *ns, slots, Value::object(empty_tuple())))
    return Var::error();
  Value base = Value::object(&tuple_type);
  Ref<Tuple> bases = make_tuple(t, &base, 1);
  if (!bases) return Var::error();
  Type* type = make_class(t, type_type, short_name, bases.get(), ns.get());
  if (!type) return Var::error();
  auto held = Ref<Type>::adopt(type);
  return call1(t, Value::object(type), values.value());
}

}  // namespace gilbox::py
