#include "modules/hash_object.hpp"

#include <new>

#include "modules/module_def.hpp"
#include "runtime/byte_builder.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

const HashAlgorithm kHashAlgorithms[] = {
#define GILBOX_HASH(name, digest, block, start, family) \
  {#name, digest, block, [](hash_state* s) { return start; }, family##_process, family##_done},
#include "modules/hash_algorithms.def"
#undef GILBOX_HASH
    {},
};

const HashAlgorithm* find_hash(std::string_view name) {
  for (const HashAlgorithm* a = kHashAlgorithms; a->name; ++a)
    if (name == a->name) return a;
  return nullptr;
}

namespace {

constexpr size_t kBlock =
    1 << 20;  // bytes hashed between two looks at interrupts: some milliseconds

void feed(HashObject& h, std::string_view data) {
  h.algorithm->process(&h.state, reinterpret_cast<const unsigned char*>(data.data()),
                       static_cast<unsigned long>(data.size()));
}

HashObject& self_of(Value v) { return *v.as<HashObject>(); }
bool extendable(const HashObject& h) { return h.algorithm->digest_size == 0; }

// A copy of the state that no other thread is in the middle of changing.
void copy_state(Thread& t, HashObject& h, hash_state& out) {
  if (h.mutex.try_lock()) {
    out = h.state;
    h.mutex.unlock();
    return;
  }
  GilReleased released(t);
  sync::MutexLock lock(h.mutex);
  out = h.state;
}

Ref<Bytes> digest_of(Thread& t, HashObject& h, const Value* a) {
  int64_t size = h.digest_size;
  if (extendable(h)) {
    if (!to_index(t, a[0], size)) return {};
    if (size < 0) return raise(t, exc::ValueError, "value must be positive"), Ref<Bytes>();
  }
  hash_state state;
  copy_state(t, h, state);
  unsigned char full[kMostDigest];
  if (!extendable(h)) {
    h.algorithm->finish(&state, full);
    return make_bytes(t, {reinterpret_cast<char*>(full), static_cast<size_t>(size)});
  }
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(size));
  if (out && size) sha3_shake_done(&state, out->data, static_cast<unsigned long>(size));
  return out;
}

Var digest(Thread& t, Value v, const Value* a) { return digest_of(t, self_of(v), a).var(); }
Var hexdigest(Thread& t, Value v, const Value* a) {
  Ref<Bytes> bytes = digest_of(t, self_of(v), a);
  Ref<Str> out;
  if (bytes) out = make_str_uninitialised(t, bytes->size * 2, 0x7F);
  if (!out) return Var::error();
  auto* text = static_cast<char*>(out->data);
  for (uint32_t i = 0; i < bytes->size; ++i) {
    text[2 * i] = "0123456789abcdef"[bytes->data[i] >> 4];
    text[2 * i + 1] = "0123456789abcdef"[bytes->data[i] & 15];
  }
  return std::move(out).var();
}

Var update(Thread& t, Value v, const Value* a) {
  Buffer data;
  if (!get_hash_data(t, a[0], data)) return Var::error();
  return hash_update(t, self_of(v), data.view()) ? Var::none() : Var::error();
}

Var copy(Thread& t, Value v, const Value*) {
  HashObject& from = self_of(v);
  auto* h = make<HashObject>(t, *type_of(v));
  if (!h) return Var::error();
  Var owned = Var::adopt(Value::object(h));
  new (&h->mutex) sync::Mutex;
  h->algorithm = from.algorithm;
  h->digest_size = from.digest_size;
  copy_state(t, from, h->state);
  return owned;
}

Var name(Thread& t, Value v, const Value*) {
  return make_ascii(t, self_of(v).algorithm->name).var();
}
Var digest_size(Thread&, Value v, const Value*) { return Var::small(self_of(v).digest_size); }
Var block_size(Thread&, Value v, const Value*) {
  return Var::small(self_of(v).algorithm->block_size);
}

Var hash_repr(Thread& t, Value v) {
  return format_text(t, "<%s %s object @ %p>", self_of(v).algorithm->name, type_of(v)->name,
                     v.object())
      .var();
}

void hash_dealloc(Object* o) { free_object(o, sizeof(HashObject)); }

#define GILBOX_HASH_METHODS                                            \
  {"update", update, "obj, /"}, {"copy", copy, ""},                    \
      {"name", name, "", nullptr, NativeKind::Property},               \
      {"digest_size", digest_size, "", nullptr, NativeKind::Property}, \
      {"block_size", block_size, "", nullptr, NativeKind::Property},

const NativeDef kMethods[] = {
    GILBOX_HASH_METHODS{"digest", digest, ""}, {"hexdigest", hexdigest, ""}, {}};
const NativeDef kXofMethods[] = {
    GILBOX_HASH_METHODS{"digest", digest, "length"}, {"hexdigest", hexdigest, "length"}, {}};
#undef GILBOX_HASH_METHODS

constexpr Type make_type(const char* name, const NativeDef* methods) {
  Type t = static_type(name, sizeof(HashObject), 0);
  t.dealloc = hash_dealloc;
  t.methods = methods;
  return t;
}

using KeyedStart = int (*)(hash_state*, unsigned long, const unsigned char*, unsigned long);

// blake2b(data=b'', /, *, digest_size=64, key=b'', …)
Var blake2_new(Thread& t, Type& type, const Args& args) {
  const bool wide = &type == &blake2b_type;
  const HashAlgorithm& algorithm = *find_hash(wide ? "blake2b" : "blake2s");
  constexpr const char* kSignature =
      "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, "
      "leaf_size=0, "
      "node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True";
  Value a[13];
  int64_t size = algorithm.digest_size;
  const int most = static_cast<int>(size);
  if (!bind_arguments(t, algorithm.name, kSignature, args, a)) return Var::error();
  for (int i = 3; i < 12; ++i)
    if (!a[i].is_unbound())
      return raise(t, exc::NotImplementedError,
                   "gilbox has digest_size and key of %s, not salt, person and the tree's options",
                   algorithm.name);
  Buffer key, data;
  if (!a[1].is_unbound() && !to_index(t, a[1], size)) return Var::error();
  if (size < 1 || size > most)
    return raise(t, exc::ValueError, "digest_size must be between 1 and %d bytes", most);
  if (!a[2].is_unbound() && !get_buffer(t, a[2], key)) return Var::error();
  if (key.length > static_cast<size_t>(most))
    return raise(t, exc::ValueError, "maximum key length is %d bytes", most);
  auto* h = make<HashObject>(t, type);
  if (!h) return Var::error();
  Var owned = Var::adopt(Value::object(h));
  new (&h->mutex) sync::Mutex;
  h->algorithm = &algorithm;
  h->digest_size = static_cast<uint32_t>(size);
  KeyedStart start = wide ? blake2b_init : blake2s_init;
  start(&h->state, static_cast<unsigned long>(size), key.length ? key.data : nullptr,
        static_cast<unsigned long>(key.length));
  if (!a[0].is_unbound() && (!get_hash_data(t, a[0], data) || !hash_update(t, *h, data.view())))
    return Var::error();
  return owned;
}

constexpr Type make_blake2(const char* name) {
  Type t = make_type(name, kMethods);
  t.new_ = blake2_new;
  return t;
}

}  // namespace

bool hash_update(Thread& t, HashObject& h, std::string_view data) {
  if (data.size() < kLongData && h.mutex.try_lock()) {
    feed(h, data);
    h.mutex.unlock();
    return true;
  }
  while (!data.empty()) {
    {
      GilReleased released(t);
      sync::MutexLock lock(h.mutex);
      do {
        size_t now = data.size() < kBlock ? data.size() : kBlock;
        feed(h, data.substr(0, now));
        data.remove_prefix(now);
      } while (!data.empty() && !wanted(t));
    }
    if (wanted(t) && interrupted(t)) return false;
  }
  return true;
}

Type hash_type = [] {
  Type t = make_type("_hashlib.HASH", kMethods);
  t.repr = hash_repr;
  return t;
}();
Type hash_xof_type = [] {
  Type t = make_type("_hashlib.HASHXOF", kXofMethods);
  t.repr = hash_repr;
  return t;
}();
Type blake2b_type = make_blake2("_blake2.blake2b");
Type blake2s_type = make_blake2("_blake2.blake2s");

}  // namespace gilbox::py
