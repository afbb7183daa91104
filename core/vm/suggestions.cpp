// "Did you mean" for names, attributes and imports (Lib/traceback.py, _compute_suggestion_error).
#include <string>

#include "runtime/interpreter.hpp"
#include "runtime/suggest.hpp"
#include "runtime/type_of.hpp"
#include "types/traceback.hpp"
#include "vm/import.hpp"
#include "vm/traceback_text.hpp"

namespace gilbox::py {

namespace {

Traceback* innermost(Value exception) {
  Traceback* last = nullptr;
  for (Value v = exception.as<Exception>()->traceback; is_traceback(v); v = v.as<Traceback>()->next)
    last = v.as<Traceback>();
  return last;
}

// Offers every string of an iterable; keeps them alive in `keep`.
void offer_all(Thread& t, Suggester& suggester, Value names, bool hide_private, List& keep) {
  const bool ok = for_each(t, names, [&](Value v) {
    if (!is_str(v)) return true;
    if (hide_private && v.as<Str>()->length && v.as<Str>()->at(0) == '_') return true;
    if (!list_append(t, keep, v)) return false;
    suggester.offer(*v.as<Str>());
    return true;
  });
  if (!ok) clear_exception(t);
}

void offer_dir(Thread& t, Suggester& suggester, Value object, bool hide_private, List& keep) {
  Var listed = call_special(t, object, names::d_dir);
  if (listed.failed()) return clear_exception(t);
  if (!listed.is_unbound()) offer_all(t, suggester, listed, hide_private, keep);
}

void offer_scope(Thread& t, Suggester& suggester, Traceback& tb, List& keep) {
  const CodeObject& code = *tb.code;
  for (uint32_t i = 0; i < code.source->variables.size(); ++i) suggester.offer(*code.variables[i]);
  for (const auto* more : {&code.source->cells, &code.source->free})
    for (const auto& name : *more)
      if (Str* s = intern(t, name)) suggester.offer(*s);
  offer_all(t, suggester, Value::object(tb.function->globals), false, keep);
  if (tb.function->builtins)
    offer_all(t, suggester, Value::object(tb.function->builtins), false, keep);
}

std::string quoted(const char* before, Str& s, const char* behind) {
  return before + std::string(Utf8(s).view()) + behind;
}

std::string for_name(Thread& t, Value exception, Str& wrong, List& keep) {
  Traceback* tb = innermost(exception);
  Suggester suggester(wrong);
  if (tb) offer_scope(t, suggester, *tb, keep);
  std::string out;
  if (Str* best = suggester.best()) out = quoted(". Did you mean: '", *best, "'?");
  Str* library = intern(t, "stdlib_module_names");
  Value known = library && interpreter.sys ? dict_get(*interpreter.sys, library) : Value();
  if (!known.is_unbound()) {
    int is_module = contains(t, known, Value::object(&wrong));
    if (is_module < 0) clear_exception(t);
    if (is_module > 0)
      out += quoted(out.empty() ? ". Did you forget to import '" : " Or did you forget to import '",
                    wrong, "'?");
  }
  return out;
}

}  // namespace

std::string suggestion_for(Thread& t, Value exception) {
  const Type* type = type_of(exception);
  Ref<List> keep = make_list(t);
  if (!keep) return clear_exception(t), std::string();
  if (is_subtype(type, &exc::NameError)) {
    Value name = exception.as<NameErrorObject>()->name;
    return is_str(name) ? for_name(t, exception, *name.as<Str>(), *keep) : std::string();
  }
  if (is_subtype(type, &exc::AttributeError)) {
    auto* e = exception.as<AttributeErrorObject>();
    if (!is_str(e->name) || e->object.is_unbound()) return {};
    Suggester suggester(*e->name.as<Str>());
    const bool hide = !(e->name.as<Str>()->length && e->name.as<Str>()->at(0) == '_');
    offer_dir(t, suggester, e->object, hide, *keep);
    return suggester.best() ? quoted(". Did you mean: '", *suggester.best(), "'?") : std::string();
  }
  if (is_subtype(type, &exc::ImportError)) {
    Str* key = intern(t, "name_from");
    Var wrong = key ? get_attr_or_unbound(t, exception, key) : Var();
    if (wrong.failed()) clear_exception(t);
    Value module = exception.as<ImportErrorObject>()->name;
    if (!is_str(wrong) || !is_str(module)) return {};
    Value object = dict_get(*interpreter.modules, intern(t, module.as<Str>()));
    if (object.is_unbound()) return {};
    Suggester suggester(*wrong.as<Str>());
    const bool hide = !(wrong.as<Str>()->length && wrong.as<Str>()->at(0) == '_');
    offer_dir(t, suggester, object, hide, *keep);
    return suggester.best() ? quoted(". Did you mean: '", *suggester.best(), "'?") : std::string();
  }
  return {};
}

}  // namespace gilbox::py
