#include "runtime/signature.hpp"

#include <new>

#include "runtime/containers.hpp"
#include "runtime/exception.hpp"
#include "runtime/suggest.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// Texts are static storage, so their address is their identity. Never freed: a few hundred.
struct Known {
  const char* text;
  Signature* signature;
};
Known* known = nullptr;
uint32_t known_count = 0, known_capacity = 0;

uint32_t slot_of(const char* text, uint32_t capacity) {
  return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(text) * 0x9E3779B1u >> 4) &
         (capacity - 1);
}

bool make_room() {
  if (known_count * 2 < known_capacity) return true;
  uint32_t capacity = known_capacity ? known_capacity * 2 : 512;
  auto* table = new (std::nothrow) Known[capacity]();
  if (!table) return false;
  for (uint32_t i = 0; i < known_capacity; ++i) {
    if (!known[i].text) continue;
    uint32_t at = slot_of(known[i].text, capacity);
    while (table[at].text) at = (at + 1) & (capacity - 1);
    table[at] = known[i];
  }
  delete[] known;
  known = table;
  known_capacity = capacity;
  return true;
}

bool parse(Thread& t, std::string_view text, Signature& s) {
  bool keyword_only = false;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = at;
    int depth = 0;
    char quote = 0;
    for (; end < text.size(); ++end) {
      char c = text[end];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        ++depth;
      } else if (c == ')' || c == ']' || c == '}') {
        --depth;
      } else if (c == ',' && depth == 0) {
        break;
      }
    }
    std::string_view part = text.substr(at, end - at);
    at = end + 1;
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (part.empty()) continue;
    if (part == "/") s.positional_only = s.count;
    if (part == "*") keyword_only = true;
    if (part == "/" || part == "*") continue;
    if (s.count == Signature::kMost)
      return raise(t, exc::SystemError, "signature has too many parameters"), false;
    Signature::Parameter& p = s.parameters[s.count++];
    size_t equals = part.find('=');
    p.optional = equals != std::string_view::npos;
    p.name = part.substr(0, equals);
    while (!p.name.empty() && p.name.back() == ' ') p.name.remove_suffix(1);
    p.interned = intern(t, p.name);
    if (!p.interned) return false;
    if (!keyword_only) {
      s.positional = s.count;
      if (!p.optional) s.required = s.count;
    } else if (!p.optional) {
      ++s.required_keywords;
    }
  }
  return true;
}

const char* plural(uint32_t n) { return n == 1 ? "" : "s"; }

// CPython's words depend on how the function was declared there: functions of no or one argument
// name themselves in full, the others by their own name.
bool wrong_count(Thread& t, const Signature& s, const char* name, const Type* owner,
                 uint32_t given) {
  if (s.plain()) {
    const char* dot = owner ? "." : "";
    if (s.count == 0 || (s.count == 1 && s.required == 1)) {
      Ref<Str> prefix = owner ? type_short_name(t, *owner) : make_str(t, "");
      if (!prefix) return false;
      if (s.count == 0)
        raise(t, exc::TypeError, "%U%s%s() takes no arguments (%u given)", prefix.get(), dot, name,
              given);
      else
        raise(t, exc::TypeError, "%U%s%s() takes exactly one argument (%u given)", prefix.get(),
              dot, name, given);
      return false;
    }
    uint32_t bound = given < s.required ? s.required : s.positional;
    const char* how = s.required == s.positional ? ""
                      : given < s.required       ? "at least "
                                                 : "at most ";
    raise(t, exc::TypeError, "%s expected %s%u argument%s, got %u", name, how, bound, plural(bound),
          given);
    return false;
  }
  if (given < s.required) {
    raise(t, exc::TypeError, "%s() takes %s %u positional argument%s (%u given)", name,
          s.required == s.positional && s.positional == s.count ? "exactly" : "at least",
          s.positional_only < s.required ? s.positional_only : s.required,
          plural(s.positional_only < s.required ? s.positional_only : s.required), given);
  } else if (given > s.count) {
    raise(t, exc::TypeError, "%s() takes %s %u argument%s (%u given)", name,
          s.required == s.count ? "exactly" : "at most", s.count, plural(s.count), given);
  } else if (s.positional == 0) {
    raise(t, exc::TypeError, "%s() takes no positional arguments", name);
  } else {
    raise(t, exc::TypeError, "%s() takes %s %u positional argument%s (%u given)", name,
          s.required == s.positional ? "exactly" : "at most", s.positional, plural(s.positional),
          given);
  }
  return false;
}

bool wrong_total(Thread& t, const Signature& s, const char* name, uint32_t given, bool positional) {
  uint32_t least = s.required;
  raise(t, exc::TypeError, "%s() takes %s %u %sargument%s (%u given)", name,
        least == s.count ? "exactly" : "at most", s.count, positional ? "" : "keyword ",
        plural(s.count), given);
  return false;
}

}  // namespace

const Signature* find_signature(Thread& t, const char* text) {
  if (!make_room()) return raise_memory_error(t), nullptr;
  uint32_t at = slot_of(text, known_capacity);
  for (; known[at].text; at = (at + 1) & (known_capacity - 1))
    if (known[at].text == text) return known[at].signature;
  auto* s = new (std::nothrow) Signature();
  if (!s) return raise_memory_error(t), nullptr;
  if (!parse(t, text, *s)) {
    delete s;
    return nullptr;
  }
  known[at] = {text, s};
  ++known_count;
  return s;
}

bool bind(Thread& t, const Signature& s, const char* name, const Type* owner, const Args& args,
          Value* out) {
  uint32_t keywords = args.keyword_count();
  if (keywords && s.plain()) {
    Ref<Str> prefix = owner ? type_short_name(t, *owner) : make_str(t, "");
    if (!prefix) return false;
    raise(t, exc::TypeError, "%U%s%s() takes no keyword arguments", prefix.get(), owner ? "." : "",
          name);
    return false;
  }
  if (args.count > s.positional || (s.plain() && args.count < s.required))
    return wrong_count(t, s, name, owner, args.count);
  if (args.count + keywords > s.count)
    return wrong_total(t, s, name, args.count + keywords, args.count > 0);
  for (uint32_t i = 0; i < s.count; ++i) out[i] = args[i];
  for (uint32_t k = 0; k < keywords; ++k) {
    Str* key = args.names->items[k].as<Str>();
    uint32_t i = 0;
    for (; i < s.count; ++i)
      if (s.parameters[i].interned == key || str_equal(*s.parameters[i].interned, *key)) break;
    if (i == s.count) {
      Suggester better(*key);
      for (i = s.positional_only; i < s.count; ++i) better.offer(*s.parameters[i].interned);
      return raise_unexpected_keyword(t, name, *key, better), false;
    }
    if (i < s.positional_only) {
      raise(t, exc::TypeError,
            "%s() got some positional-only arguments passed as keyword arguments: '%U'", name, key);
      return false;
    }
    if (i < args.count) {
      raise(t, exc::TypeError, "argument for %s() given by name ('%U') and position (%u)", name,
            key, i + 1);
      return false;
    }
    out[i] = args.values[args.count + k];
  }
  for (uint32_t i = 0; i < s.count; ++i) {
    if (!out[i].is_unbound() || s.parameters[i].optional) continue;
    if (i < s.positional) {
      if (i < s.positional_only) return wrong_count(t, s, name, owner, args.count);
      raise(t, exc::TypeError, "%s() missing required argument '%U' (pos %u)", name,
            s.parameters[i].interned, i + 1);
    } else {
      raise(t, exc::TypeError, "%s() missing required keyword-only argument: '%U'", name,
            s.parameters[i].interned);
    }
    return false;
  }
  return true;
}

bool bind_arguments(Thread& t, const char* function_name, const char* signature, const Args& args,
                    Value* out) {
  const Signature* s = find_signature(t, signature);
  return s && bind(t, *s, function_name, nullptr, args, out);
}

}  // namespace gilbox::py
