#include "types/types.hpp"

#include "runtime/protocol.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

#define GILBOX_TYPE(object, visibility) extern Type object;
#include "types/types.def"
#undef GILBOX_TYPE

namespace {

enum Visibility { builtin, hidden };
struct Row {
  Type* type;
  Visibility visibility;
};
const Row kRows[] = {
#define GILBOX_TYPE(object, visibility) {&object, visibility},
#include "types/types.def"
#undef GILBOX_TYPE
    {&exc::BaseException, builtin},
#define GILBOX_EXCEPTION(name, base, layout) {&exc::name, builtin},
#include "runtime/exceptions.def"
#undef GILBOX_EXCEPTION
    {&exc::ExceptionGroup, builtin},
};

}  // namespace

bool make_types(Thread& t) {
  if (!empty_tuple() && !make_empty_tuple(t)) return false;
  if (!exc::ExceptionGroup.bases) {
    Value bases[] = {Value::object(&exc::BaseExceptionGroup), Value::object(&exc::Exception)};
    exc::ExceptionGroup.bases = make_tuple(t, bases, 2).take();
    if (!exc::ExceptionGroup.bases) return false;
  }
  for (const Row& row : kRows)
    if (!ready_type(t, *row.type)) return false;
  return true;
}

bool add_builtin_types(Thread& t, Dict& builtins) {
  for (const Row& row : kRows) {
    if (row.visibility != builtin) continue;
    Ref<Str> name = type_short_name(t, *row.type);
    Str* key = name ? intern(t, name.get()) : nullptr;
    if (!key || !dict_set(t, builtins, key, Value::object(row.type))) return false;
  }
  // IOError and EnvironmentError are other names of OSError.
  for (const char* alias : {"IOError", "EnvironmentError"}) {
    Str* key = intern(t, alias);
    if (!key || !dict_set(t, builtins, key, Value::object(&exc::OSError))) return false;
  }
  return true;
}

}  // namespace gilbox::py
