// Types as such: making static ones ready, versions, the method cache, mro.
#include "runtime/type.hpp"

#include <cstring>
#include <optional>

#include "base/small_vector.hpp"
#include "runtime/protocol.hpp"
#include "runtime/slot_table.hpp"
#include "runtime/type_build.hpp"
#include "runtime/type_of.hpp"
#include "runtime/weak_reference.hpp"

namespace gilbox::py {

namespace {

// What a look-up along the mro found last time. Keyed by type version and name, so that nothing
// needs to be thrown away when a class changes: it gets a new version.
struct CacheLine {
  uint32_t version;
  Str* name;
  Value found;
};
constexpr uint32_t kCacheLines = 4096;
CacheLine cache[kCacheLines];
uint32_t last_version = 0;

Value search_mro(Type& type, Str* name) {
  if (!type.mro) return Value();
  for (uint32_t i = 0; i < type.mro->size; ++i) {
    Type* base = type.mro->items[i].as<Type>();
    if (!base->dict) continue;
    Value v = dict_get(*base->dict, name);
    if (!v.is_unbound()) return v;
  }
  return Value();
}

}  // namespace

Value lookup_in_type(Type& type, Str* name) {
  if (!(name->state & Str::kInterned)) return search_mro(type, name);
  uint32_t version = type.version ? type.version : type_version(type);
  CacheLine& line =
      cache[(version * 31 + static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4)) %
            kCacheLines];
  if (line.version == version && line.name == name) return line.found;
  Value found = search_mro(type, name);
  line = {version, name, found};
  return found;
}

uint32_t type_version(Type& type) {
  if (!type.version) {
    // A base without a version could change unnoticed: bases first.
    if (type.mro)
      for (uint32_t i = 1; i < type.mro->size; ++i) {
        Type* base = type.mro->items[i].as<Type>();
        if (!base->version) base->version = ++last_version;
      }
    type.version = ++last_version;
  }
  return type.version;
}

void type_modified(Type& type) {
  if (!type.version) return;  // then no subclass has one either
  type.version = 0;
  if (!type.subclasses) return;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(*type.subclasses, at)) {
    Var subclass = weak_get(*e->value.as<WeakRef>());
    if (!subclass.get().is_none()) type_modified(*subclass.as<Type>());
  }
}

bool is_subtype(const Type* type, const Type* base) {
  if (type == base) return true;
  if (!type->mro) {
    for (; type; type = type->base)
      if (type == base) return true;
    return base == &object_type;
  }
  if (!has_flag(base, kHeap) && !has_flag(type, kHeap)) {
    for (const Type* at = type; at; at = at->base)
      if (at == base) return true;
    // ExceptionGroup is the one static type with two bases.
  }
  for (uint32_t i = 0; i < type->mro->size; ++i)
    if (type->mro->items[i].as<Type>() == base) return true;
  return false;
}

bool hash_not_implemented(Thread& t, Value v, int64_t&) {
  return raise(t, exc::TypeError, "unhashable type: '%T'", v), false;
}

bool hash_identity(Thread&, Value v, int64_t& hash) {
  // Addresses are multiples of 16: the low bits go to the top, as in CPython.
  uint64_t bits = v.is_object() ? reinterpret_cast<uintptr_t>(v.object()) : v.bits();
  bits = bits >> 4 | bits << 60;
  hash = static_cast<int64_t>(bits);
  if (hash == -1) hash = -2;
  return true;
}

Ref<Tuple> linearise(Thread& t, Type& type, Tuple& bases) {
  // Merges the bases' mros and the list of bases itself (Python 2.3 Method Resolution Order).
  uint32_t n = bases.size;
  base::SmallVector<Tuple*, 8> sequences;
  base::SmallVector<uint32_t, 8> at;
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t j = 0; j < i; ++j)
      if (bases.items[i] == bases.items[j])
        return raise(t, exc::TypeError, "duplicate base class %N", bases.items[i].as<Type>()),
               Ref<Tuple>();
    sequences.push_back(bases.items[i].as<Type>()->mro);
    at.push_back(0);
  }
  sequences.push_back(&bases);
  at.push_back(0);
  base::SmallVector<Value, 16> merged;
  merged.push_back(Value::object(&type));
  for (;;) {
    bool left = false;
    Value next;
    for (uint32_t s = 0; s <= n && next.is_unbound(); ++s) {
      if (at[s] >= sequences[s]->size) continue;
      left = true;
      Value candidate = sequences[s]->items[at[s]];
      bool in_tail = false;
      for (uint32_t o = 0; o <= n && !in_tail; ++o)
        for (uint32_t i = at[o] + 1; i < sequences[o]->size && !in_tail; ++i)
          in_tail = sequences[o]->items[i] == candidate;
      if (!in_tail) next = candidate;
    }
    if (!left) break;
    if (next.is_unbound()) {
      StrBuilder names(t);
      for (uint32_t s = 0, put = 0; s <= n; ++s) {
        if (at[s] >= sequences[s]->size) continue;
        Value head = sequences[s]->items[at[s]];
        bool seen = false;
        for (uint32_t o = 0; o < s && !seen; ++o)
          seen = at[o] < sequences[o]->size && sequences[o]->items[at[o]] == head;
        if (seen) continue;
        Ref<Str> name = type_short_name(t, *head.as<Type>());
        if (!name) return {};
        if (put++) names.put(", ");
        names.put(*name);
      }
      Ref<Str> text = names.finish();
      if (!text) return {};
      raise(t, exc::TypeError,
            "Cannot create a consistent method resolution order (MRO) for bases %U", text.get());
      return {};
    }
    merged.push_back(next);
    for (uint32_t s = 0; s <= n; ++s)
      if (at[s] < sequences[s]->size && sequences[s]->items[at[s]] == next) ++at[s];
  }
  return make_tuple(t, merged.data(), static_cast<uint32_t>(merged.size()));
}

bool add_subclass(Thread& t, Type& base, Type& type) {
  if (!base.subclasses) {
    std::optional<Permanent> stays;
    if (!has_flag(&base, kHeap)) stays.emplace();
    base.subclasses = make_dict(t).take();
    if (!base.subclasses) return false;
  }
  Ref<WeakRef> ref = make_weak_ref(t, weak_ref_type, Value::object(&type));
  if (!ref) return false;
  Var key = make_int_unsigned(t, reinterpret_cast<uintptr_t>(&type));
  return !key.failed() && dict_set_item(t, *base.subclasses, key, ref.value());
}

void remove_subclass(Thread& t, Type& base, Type& type) {
  if (!base.subclasses) return;
  Var key = make_int_unsigned(t, reinterpret_cast<uintptr_t>(&type));
  if (!key.failed()) dict_remove_item(t, *base.subclasses, key);
}

Ref<Str> type_short_name(Thread& t, const Type& type) {
  const char* name = type.name;
  // A class of the library may have the name of a built-in type: "datetime.date", with the
  // __qualname__ "date".
  if (has_flag(&type, kHeap) && type.qualified_name && std::strchr(name, '.')) {
    const Utf8 own(*type.qualified_name);
    const std::string_view whole(name);
    if (whole.size() > own.view().size() && whole.ends_with(own.view()))
      name += whole.size() - own.view().size();
  } else if (!has_flag(&type, kHeap))
    for (const char* p = type.name; *p; ++p)
      if (*p == '.') name = p + 1;
  return make_str(t, name);
}

}  // namespace gilbox::py
