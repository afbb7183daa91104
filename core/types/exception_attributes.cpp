// Exceptions with attributes of their own: StopIteration, SystemExit, AttributeError, NameError,
// ImportError, KeyError.
#include "runtime/names.hpp"
#include "runtime/type_of.hpp"
#include "types/exception_types.hpp"

namespace gilbox::py {

namespace {

// A plain attribute kept in a field of the layout; deleting makes it None.
template <class Layout, Value Layout::* kField>
Var get_field(Thread&, Value v) {
  return Var(v.as<Layout>()->*kField);
}
template <class Layout, Value Layout::* kField>
bool set_field(Thread&, Value v, Value value) {
  assign_field(v.as<Layout>()->*kField, value.is_unbound() ? Value::none() : value);
  return true;
}
template <class Layout, Value Layout::* kField>
constexpr GetSetDef field(const char* name) {
  return {name, get_field<Layout, kField>, set_field<Layout, kField>};
}

Value or_none(Value v) { return v.is_unbound() ? Value::none() : v; }

}  // namespace

const GetSetDef kStopIterationGetSet[] = {
    field<StopIterationObject, &StopIterationObject::value>("value"), {}};
const GetSetDef kSystemExitGetSet[] = {field<SystemExitObject, &SystemExitObject::code>("code"),
                                       {}};
const GetSetDef kAttributeErrorGetSet[] = {
    field<AttributeErrorObject, &AttributeErrorObject::name>("name"),
    field<AttributeErrorObject, &AttributeErrorObject::object>("obj"),
    {}};
const GetSetDef kNameErrorGetSet[] = {field<NameErrorObject, &NameErrorObject::name>("name"), {}};
const GetSetDef kImportErrorGetSet[] = {
    field<ImportErrorObject, &ImportErrorObject::message>("msg"),
    field<ImportErrorObject, &ImportErrorObject::name>("name"),
    field<ImportErrorObject, &ImportErrorObject::path>("path"),
    {}};
const GetSetDef kOSErrorGetSet[] = {field<OSErrorObject, &OSErrorObject::error_number>("errno"),
                                    field<OSErrorObject, &OSErrorObject::strerror>("strerror"),
                                    field<OSErrorObject, &OSErrorObject::filename>("filename"),
                                    field<OSErrorObject, &OSErrorObject::filename2>("filename2"),
                                    {}};
const GetSetDef kSyntaxErrorGetSet[] = {
    field<SyntaxErrorObject, &SyntaxErrorObject::message>("msg"),
    field<SyntaxErrorObject, &SyntaxErrorObject::filename>("filename"),
    field<SyntaxErrorObject, &SyntaxErrorObject::lineno>("lineno"),
    field<SyntaxErrorObject, &SyntaxErrorObject::offset>("offset"),
    field<SyntaxErrorObject, &SyntaxErrorObject::text>("text"),
    field<SyntaxErrorObject, &SyntaxErrorObject::end_lineno>("end_lineno"),
    field<SyntaxErrorObject, &SyntaxErrorObject::end_offset>("end_offset"),
    {}};
const GetSetDef kUnicodeErrorGetSet[] = {
    field<UnicodeErrorObject, &UnicodeErrorObject::encoding>("encoding"),
    field<UnicodeErrorObject, &UnicodeErrorObject::object>("object"),
    field<UnicodeErrorObject, &UnicodeErrorObject::start>("start"),
    field<UnicodeErrorObject, &UnicodeErrorObject::end>("end"),
    field<UnicodeErrorObject, &UnicodeErrorObject::reason>("reason"),
    {}};

bool stop_iteration_init(Thread& t, Value self, const Args& args) {
  if (!exception_init(t, self, args)) return false;
  assign_field(self.as<StopIterationObject>()->value, or_none(args[0]));
  return true;
}

bool system_exit_init(Thread& t, Value self, const Args& args) {
  if (!exception_init(t, self, args)) return false;
  auto& e = *self.as<SystemExitObject>();
  assign_field(e.code, args.count > 1 ? e.args : or_none(args[0]));
  return true;
}

bool attribute_error_init(Thread& t, Value self, const Args& args) {
  constexpr const char* kKeywords[] = {"name", "obj", nullptr};
  Value fields[2];
  if (!exception_init_with(t, self, args, kKeywords, fields)) return false;
  auto& e = *self.as<AttributeErrorObject>();
  assign_field(e.name, or_none(fields[0]));
  assign_field(e.object, or_none(fields[1]));
  return true;
}

bool name_error_init(Thread& t, Value self, const Args& args) {
  constexpr const char* kKeywords[] = {"name", nullptr};
  Value name;
  if (!exception_init_with(t, self, args, kKeywords, &name)) return false;
  assign_field(self.as<NameErrorObject>()->name, or_none(name));
  return true;
}

bool import_error_init(Thread& t, Value self, const Args& args) {
  constexpr const char* kKeywords[] = {"name", "path", "name_from", nullptr};
  Value fields[3];
  if (!exception_init_with(t, self, args, kKeywords, fields)) return false;
  auto& e = *self.as<ImportErrorObject>();
  assign_field(e.name, or_none(fields[0]));
  assign_field(e.path, or_none(fields[1]));
  assign_field(e.message, args.count == 1 ? args[0] : Value::none());
  return true;
}

Var import_error_str(Thread& t, Value v) {
  Value message = v.as<ImportErrorObject>()->message;
  return is_exact_str(message) ? Var(message) : exception_str(t, v);
}

// The key's repr: KeyError('') must not print an empty line.
Var key_error_str(Thread& t, Value v) {
  Tuple& args = *v.as<Exception>()->args.as<Tuple>();
  return args.size == 1 ? repr(t, args.items[0]).var() : exception_str(t, v);
}

}  // namespace gilbox::py
