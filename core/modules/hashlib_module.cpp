// _hashlib: hash functions by name and by themselves; module hashlib is built on it.
#include <new>

#include "modules/hash_object.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

bool get_hash_data(Thread& t, Value v, Buffer& out) {
  if (is_str(v)) return raise(t, exc::TypeError, "Strings must be encoded before hashing"), false;
  if (!has_buffer(v))
    return raise(t, exc::TypeError, "object supporting the buffer API required"), false;
  return get_buffer(t, v, out);
}

const HashAlgorithm* hash_by_name(Thread& t, Value name) {
  if (!is_str(name)) return raise(t, exc::TypeError, "name must be a string"), nullptr;
  Utf8 text(*name.as<Str>());
  char plain[16];  // lower case, SHA3-256 and SHA3_256 alike
  size_t n = 0;
  for (char c : text.view()) {
    if (n == sizeof plain) break;
    plain[n++] = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const HashAlgorithm* found = find_hash({plain, n});
  if (!found && n > 4 && std::string_view(plain, 4) == "sha_") {
    for (size_t i = 4; i < n; ++i) plain[i - 1] = plain[i];
    found = find_hash({plain, n - 1});
  }
  if (!found) raise(t, exc::ValueError, "unsupported hash type %U", name.as<Str>());
  return found;
}

namespace {

Var make_hash(Thread& t, const HashAlgorithm& algorithm, Value data) {
  Buffer bytes;
  if (!data.is_unbound() && !get_hash_data(t, data, bytes)) return Var::error();
  auto* h = make<HashObject>(t, algorithm.digest_size ? hash_type : hash_xof_type);
  if (!h) return Var::error();
  Var owned = Var::adopt(Value::object(h));
  new (&h->mutex) sync::Mutex;
  h->algorithm = &algorithm;
  h->digest_size = algorithm.digest_size;
  algorithm.start(&h->state);
  return hash_update(t, *h, bytes.view()) ? owned : Var::error();
}

Var new_(Thread& t, Value, const Value* a) {
  const HashAlgorithm* algorithm = hash_by_name(t, a[0]);
  return algorithm ? make_hash(t, *algorithm, a[1]) : Var::error();
}
enum HashNumber : int {
#define GILBOX_HASH(name, ...) kHash_##name,
#include "modules/hash_algorithms.def"
#undef GILBOX_HASH
};
template <int N>
Var make_one(Thread& t, Value, const Value* a) {
  return make_hash(t, kHashAlgorithms[N], a[0]);
}

const NativeDef kFunctions[] = {
#define GILBOX_HASH(name, ...) \
  {"openssl_" #name, make_one<kHash_##name>, "string=b'', *, usedforsecurity=True"},
#include "modules/hash_algorithms.def"
#undef GILBOX_HASH
    {"new", new_, "name, string=b'', *, usedforsecurity=True"},
    {"pbkdf2_hmac", pbkdf2_hmac, "hash_name, password, salt, iterations, dklen=None"},
    {"compare_digest", compare_digest, "a, b, /"},
    {},
};

bool fill_blake(Thread& t, Module& m, Type& type, int64_t digest, int64_t salt) {
  if (!add_type(t, m, type)) return false;
  struct {
    const char* name;
    int64_t value;
  } const constants[] = {{"MAX_DIGEST_SIZE", digest},
                         {"MAX_KEY_SIZE", digest},
                         {"SALT_SIZE", salt},
                         {"PERSON_SIZE", salt}};
  for (const auto& c : constants) {
    Str* name = intern(t, std::string_view(c.name));
    if (!name || !dict_set(t, *type.dict, name, Value::small(c.value))) return false;
  }
  return true;
}

bool fill(Thread& t, Module& m) {
  return add_type(t, m, hash_type) && add_type(t, m, hash_xof_type) &&
         fill_blake(t, m, blake2b_type, 64, 16) && fill_blake(t, m, blake2s_type, 32, 8);
}

}  // namespace

extern const ModuleDef _hashlib_module;
const ModuleDef _hashlib_module = {"_hashlib", kFunctions, fill};

}  // namespace gilbox::py
