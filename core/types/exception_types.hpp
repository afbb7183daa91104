// What the exception layouts have in common, for exceptions.cpp and exception_*.cpp.
#pragma once

#include <span>
#include <string_view>

#include "runtime/protocol.hpp"

namespace gilbox::py {

// The Values of a layout beyond struct Exception; None until set.
std::span<Value> exception_fields(Exception& e);
// Puts `v` in place of what the field holds.
void assign_field(Value& field, Value v);

Var exception_new(Thread& t, Type& type, const Args& args);    // BaseException.__new__
bool exception_init(Thread& t, Value self, const Args& args);  // BaseException.__init__
Var exception_str(Thread& t, Value v);
Var exception_repr(Thread& t, Value v);
// As exception_init, but takes the keywords named (null-terminated) into fields[0 …].
bool exception_init_with(Thread& t, Value self, const Args& args, const char* const* keywords,
                         Value* fields);

struct ExceptionTraits {
  NewFn new_ = nullptr;
  InitFn init = nullptr;
  UnaryFn str = nullptr;
  const GetSetDef* getset = nullptr;
  const NativeDef* methods = nullptr;
};
extern const GetSetDef kStopIterationGetSet[], kSystemExitGetSet[], kAttributeErrorGetSet[],
    kNameErrorGetSet[], kImportErrorGetSet[], kOSErrorGetSet[], kSyntaxErrorGetSet[],
    kUnicodeErrorGetSet[], kGroupGetSet[];
extern const NativeDef kGroupMethods[], kImportErrorMethods[], kOSErrorMethods[];
bool stop_iteration_init(Thread& t, Value self, const Args& args);
bool system_exit_init(Thread& t, Value self, const Args& args);
bool attribute_error_init(Thread& t, Value self, const Args& args);
bool name_error_init(Thread& t, Value self, const Args& args);
bool import_error_init(Thread& t, Value self, const Args& args);
bool syntax_error_init(Thread& t, Value self, const Args& args);
bool unicode_decode_error_init(Thread& t, Value self, const Args& args);
bool unicode_encode_error_init(Thread& t, Value self, const Args& args);
bool unicode_translate_error_init(Thread& t, Value self, const Args& args);
Var os_error_new(Thread& t, Type& type, const Args& args);
bool os_error_init(Thread& t, Value self, const Args& args);
Var key_error_str(Thread& t, Value v);
Var import_error_str(Thread& t, Value v);
Var os_error_str(Thread& t, Value v);
Var syntax_error_str(Thread& t, Value v);
Var unicode_decode_error_str(Thread& t, Value v);
Var unicode_encode_error_str(Thread& t, Value v);
Var unicode_translate_error_str(Thread& t, Value v);
Var group_new(Thread& t, Type& type, const Args& args);
bool group_init(Thread& t, Value self, const Args& args);
Var group_str(Thread& t, Value v);

constexpr ExceptionTraits traits_of(std::string_view name) {
  if (name == "KeyError") return {.str = key_error_str};
  if (name == "StopIteration") return {.init = stop_iteration_init, .getset = kStopIterationGetSet};
  if (name == "SystemExit") return {.init = system_exit_init, .getset = kSystemExitGetSet};
  if (name == "AttributeError")
    return {.init = attribute_error_init, .getset = kAttributeErrorGetSet};
  if (name == "NameError") return {.init = name_error_init, .getset = kNameErrorGetSet};
  if (name == "ImportError")
    return {.init = import_error_init, .str = import_error_str, .getset = kImportErrorGetSet};
  if (name == "OSError")
    return {
        .new_ = os_error_new, .init = os_error_init, .str = os_error_str, .getset = kOSErrorGetSet};
  if (name == "SyntaxError")
    return {.init = syntax_error_init, .str = syntax_error_str, .getset = kSyntaxErrorGetSet};
  if (name == "UnicodeDecodeError")
    return {.init = unicode_decode_error_init,
            .str = unicode_decode_error_str,
            .getset = kUnicodeErrorGetSet};
  if (name == "UnicodeEncodeError")
    return {.init = unicode_encode_error_init,
            .str = unicode_encode_error_str,
            .getset = kUnicodeErrorGetSet};
  if (name == "UnicodeTranslateError")
    return {.init = unicode_translate_error_init,
            .str = unicode_translate_error_str,
            .getset = kUnicodeErrorGetSet};
  if (name == "BaseExceptionGroup")
    return {.new_ = group_new,
            .init = group_init,
            .str = group_str,
            .getset = kGroupGetSet,
            .methods = kGroupMethods};
  return {};
}

}  // namespace gilbox::py
