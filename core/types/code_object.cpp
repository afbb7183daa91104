#include "types/code_object.hpp"

#include <algorithm>
#include <string>

#include "runtime/buffer.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

#pragma clang diagnostic ignored "-Winvalid-offsetof"

namespace gilbox::py {

namespace {

using bytecode::Constant;
using Kind = Constant::Kind;

bool looks_like_a_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Var make_constant(Thread& t, const Constant& c);

Ref<Tuple> make_constants(Thread& t, const std::vector<Constant>& items) {
  Ref<List> list = make_list(t);
  if (!list) return {};
  for (const Constant& item : items) {
    Var v = make_constant(t, item);
    if (v.failed() || !list_append(t, *list, v)) return {};
  }
  return make_tuple(t, list->items, list->size);
}

Var make_big_int(Thread& t, std::string_view text) {
  int base = 10;
  if (text.size() > 2 && text[0] == '0') {
    const char kind = static_cast<char>(text[1] | 32);
    base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
    if (base != 10) text.remove_prefix(2);
  }
  return parse_int(t, text, base);
}

Var make_frozen_set(Thread& t, const std::vector<Constant>& items) {
  Ref<Set> set = make_set(t, frozenset_type);
  if (!set) return Var::error();
  for (const Constant& item : items) {
    Var v = make_constant(t, item);
    if (v.failed() || set_add(t, *set, v) < 0) return Var::error();
  }
  return std::move(set).var();
}

Var make_constant(Thread& t, const Constant& c) {
  switch (c.kind) {
    case Kind::None: return Var::none();
    case Kind::True: return Var::boolean(true);
    case Kind::False: return Var::boolean(false);
    case Kind::Ellipsis: return Var::adopt(Value::ellipsis());
    case Kind::Int: return make_int(t, c.integer);
    case Kind::BigInt: return make_big_int(t, c.text);
    case Kind::Float: return Var::real(c.real);
    case Kind::Complex: {
      auto* z = make<Complex>(t, complex_type);
      if (!z) return Var::error();
      z->real = c.real;
      z->imag = c.imag;
      return Var::adopt(Value::object(z));
    }
    case Kind::Str:
      if (c.text.size() <= 64 && looks_like_a_name(c.text)) {
        Str* s = intern(t, c.text);
        return s ? Var(Value::object(s)) : Var::error();
      }
      return make_str(t, c.text).var();
    case Kind::Bytes: return make_bytes(t, c.text).var();
    case Kind::Tuple: return make_constants(t, c.items).var();
    case Kind::FrozenSet: return make_frozen_set(t, c.items);
    case Kind::Code: return make_code(t, c.code).var();
  }
  return raise(t, exc::SystemError, "unknown kind of constant");
}

bool intern_all(Thread& t, const std::vector<std::string>& texts, Str**& out) {
  out = static_cast<Str**>(allocate(std::max<size_t>(1, texts.size()) * sizeof(Str*)));
  if (!out) return raise_memory_error(t), false;
  for (size_t i = 0; i < texts.size(); ++i)
    if (!(out[i] = intern(t, texts[i]))) return false;
  return true;
}

uint16_t simple_arguments_of(const CodeObject& code) {
  const bool plain = !(code.flags & (bytecode::kVarArgs | bytecode::kVarKeywords)) &&
                     !code.keyword_only_count && !code.is_generator_like();
  return plain ? code.argument_count : kNoSimpleCall;
}

bool fill(Thread& t, CodeObject& code) {
  const bytecode::Code& from = *code.source;
  code.flags = from.flags;
  code.argument_count = from.argument_count;
  code.positional_only_count = from.positional_only_count;
  code.keyword_only_count = from.keyword_only_count;
  code.variable_count = from.variable_count;
  code.local_count = from.local_count;
  code.register_count = from.register_count;
  code.simple_arguments = simple_arguments_of(code);
  if (!(code.name = make_str(t, from.name).take()) ||
      !(code.qualified_name = make_str(t, from.qualified_name).take()) ||
      !(code.filename = make_str(t, from.filename).take()))
    return false;
  if (!intern_all(t, from.names, code.names) || !intern_all(t, from.variables, code.variables))
    return false;
  code.name_count = static_cast<uint32_t>(from.names.size());
  const size_t words = from.insns.size();
  code.insns = static_cast<Insn*>(allocate(std::max<size_t>(1, words) * sizeof(Insn)));
  code.constants =
      static_cast<Value*>(allocate(std::max<size_t>(1, from.constants.size()) * sizeof(Value)));
  if (!code.insns || !code.constants) return raise_memory_error(t), false;
  std::copy(from.insns.begin(), from.insns.end(), code.insns);
  code.insn_count = static_cast<uint32_t>(words);
  for (const Constant& c : from.constants) {
    Var v = make_constant(t, c);
    if (v.failed()) return false;
    code.constants[code.constant_count++] = v.take();
  }
  return true;
}

void code_dealloc(Object* o) {
  auto* code = static_cast<CodeObject*>(o);
  const bytecode::Code& from = *code->source;
  if (code->constants) {
    for (uint32_t i = 0; i < code->constant_count; ++i) release(code->constants[i]);
    deallocate(code->constants, std::max<size_t>(1, from.constants.size()) * sizeof(Value));
  }
  if (code->insns) deallocate(code->insns, std::max<size_t>(1, from.insns.size()) * sizeof(Insn));
  if (code->names) deallocate(code->names, std::max<size_t>(1, from.names.size()) * sizeof(Str*));
  if (code->variables)
    deallocate(code->variables, std::max<size_t>(1, from.variables.size()) * sizeof(Str*));
  for (Str* s : {code->name, code->qualified_name, code->filename})
    if (s) release(static_cast<Object*>(s));
  code->source.~shared_ptr();
  free_object(o, sizeof(CodeObject));
}

CodeObject& self_of(Value v) { return *v.as<CodeObject>(); }

Var code_repr(Thread& t, Value v) {
  CodeObject& code = self_of(v);
  return format_text(t, "<code object %U at %p, file \"%U\", line %d>", code.name, &code,
                     code.filename, code.source->first_line)
      .var();
}

Var strings(Thread& t, const std::vector<std::string>& texts, size_t count) {
  Ref<List> list = make_list(t);
  if (!list) return Var::error();
  for (size_t i = 0; i < count; ++i) {
    Ref<Str> s = make_str(t, texts[i]);
    if (!s || !list_append(t, *list, s.value())) return Var::error();
  }
  return make_tuple(t, list->items, list->size).var();
}

Var number(int64_t i) { return Var::small(i); }

const GetSetDef kGetSet[] = {
    {"co_name", [](Thread&, Value v) { return Var(Value::object(self_of(v).name)); }},
    {"co_qualname", [](Thread&, Value v) { return Var(Value::object(self_of(v).qualified_name)); }},
    {"co_filename", [](Thread&, Value v) { return Var(Value::object(self_of(v).filename)); }},
    {"co_firstlineno", [](Thread&, Value v) { return number(self_of(v).source->first_line); }},
    {"co_argcount", [](Thread&, Value v) { return number(self_of(v).argument_count); }},
    {"co_posonlyargcount",
     [](Thread&, Value v) { return number(self_of(v).positional_only_count); }},
    {"co_kwonlyargcount", [](Thread&, Value v) { return number(self_of(v).keyword_only_count); }},
    {"co_nlocals", [](Thread&, Value v) { return number(self_of(v).variable_count); }},
    {"co_stacksize",
     [](Thread&, Value v) { return number(self_of(v).register_count - self_of(v).local_count); }},
    {"co_flags", [](Thread&, Value v) { return number(self_of(v).flags & 0xFFFF'FFFF); }},
    {"co_varnames",
     [](Thread& t, Value v) {
       return strings(t, self_of(v).source->variables, self_of(v).variable_count);
     }},
    {"co_names",
     [](Thread& t, Value v) {
       return strings(t, self_of(v).source->names, self_of(v).source->names.size());
     }},
    {"co_freevars",
     [](Thread& t, Value v) {
       return strings(t, self_of(v).source->free, self_of(v).source->free.size());
     }},
    {"co_cellvars",
     [](Thread& t, Value v) {
       return strings(t, self_of(v).source->cells, self_of(v).source->cells.size());
     }},
    {"co_consts",
     [](Thread& t, Value v) {
       return make_tuple(t, self_of(v).constants, self_of(v).constant_count).var();
     }},
    {},
};

// code.replace(…): the fields programs change; the others say that they cannot be.
Var code_replace(Thread& t, Value self, const Args& args) {
  if (args.count)
    return raise(t, exc::TypeError, "replace() takes 0 positional arguments but %u %s given",
                 args.count, args.count == 1 ? "was" : "were");
  auto changed = std::make_shared<bytecode::Code>(*self_of(self).source);
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    const Utf8 name(*args.names->items[k].as<Str>());
    const Value v = args.values[args.count + k];
    std::string* text = name.view() == "co_name"       ? &changed->name
                        : name.view() == "co_qualname" ? &changed->qualified_name
                        : name.view() == "co_filename" ? &changed->filename
                                                       : nullptr;
    int64_t number = 0;
    if (text) {
      if (!is_str(v))
        return raise(t, exc::TypeError, "replace() argument '%s' must be str, not %T", name.c_str(),
                     v);
      *text = Utf8(*v.as<Str>()).view();
    } else if (name.view() == "co_flags") {
      if (!to_int64(t, v, number)) return Var::error();
      changed->flags = static_cast<uint32_t>(number);
    } else if (name.view() == "co_firstlineno") {
      if (!to_int64(t, v, number)) return Var::error();
      changed->first_line = static_cast<int32_t>(number);
    } else {
      return raise(t, exc::NotImplementedError, "code.replace(%s=…) is missing in gilbox",
                   name.c_str());
    }
  }
  return make_code(t, std::move(changed)).var();
}

const NativeDef kMethods[] = {{"replace", code_replace}, {}};

}  // namespace

Ref<CodeObject> make_code(Thread& t, std::shared_ptr<const bytecode::Code> source) {
  auto* code = make<CodeObject>(t, code_type);
  if (!code) return {};
  new (&code->source) std::shared_ptr<const bytecode::Code>(std::move(source));
  auto made = Ref<CodeObject>::adopt(code);
  if (!fill(t, *code)) return {};
  return made;
}

bytecode::Position position_of(const CodeObject& code, uint32_t word) {
  const auto& rows = code.source->positions;
  auto after =
      std::upper_bound(rows.begin(), rows.end(), word,
                       [](uint32_t w, const bytecode::Position& row) { return w < row.start; });
  return after == rows.begin() ? bytecode::Position{} : after[-1];
}

constinit Type code_type = [] {
  Type t = static_type("code", sizeof(CodeObject), 0);
  t.weak_offset = offsetof(CodeObject, weak);
  t.repr = code_repr;
  t.dealloc = code_dealloc;
  t.getset = kGetSet;
  t.methods = kMethods;
  return t;
}();

}  // namespace gilbox::py
