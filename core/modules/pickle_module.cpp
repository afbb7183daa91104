// _pickle: dumps and loads; module pickle wraps them.
#include "modules/module_def.hpp"
#include "modules/pickle.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace pickle {
Value pickling_error, unpickling_error;  // the one reference is the module's
}

namespace {

Var dumps(Thread& t, Value, const Value* a) { return pickle::dump(t, a[0]); }
Var loads(Thread& t, Value, const Value* a) {
  Buffer b;
  if (!get_buffer(t, a[0], b)) return Var::error();
  return pickle::load(t, b.data, b.length);
}

// class name(base), of this module
bool add_error(Thread& t, Module& m, const char* name, Value base, Value& place) {
  Ref<Dict> ns = make_dict(t);
  Ref<Str> module = make_ascii(t, "_pickle");
  Ref<Tuple> bases = make_tuple(t, &base, 1);
  if (!ns || !module || !bases || !dict_set(t, *ns, names::d_module, module.value())) return false;
  Type* made = make_class(t, type_type, intern(t, std::string_view(name)), bases.get(), ns.get());
  if (!made) return false;
  place = Value::object(made);
  bool ok = add(t, m, name, place);
  release(place);
  return ok;
}

bool fill(Thread& t, Module& m) {
  Value base;
  return add_error(t, m, "PickleError", Value::object(&exc::Exception), base) &&
         add_error(t, m, "PicklingError", base, pickle::pickling_error) &&
         add_error(t, m, "UnpicklingError", base, pickle::unpickling_error);
}

const NativeDef kFunctions[] = {
    {"dumps", dumps, "obj, /"},
    {"loads", loads, "data, /"},
    {},
};

}  // namespace

extern const ModuleDef _pickle_module;
const ModuleDef _pickle_module = {"_pickle", kFunctions, fill};

}  // namespace gilbox::py
