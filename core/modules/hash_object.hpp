// Hash objects of hashlib, and the table of algorithms behind them (hash_algorithms.def).
//
// Data of kLongData bytes and more is hashed without the GIL, so that threads hash at the same
// time; the object's own mutex keeps two threads from feeding the same object at once. It is taken
// only by who does not hold the GIL, or without waiting.
#pragma once

#include <tomcrypt.h>

#include "runtime/buffer.hpp"
#include "runtime/gil.hpp"

namespace gilbox::py {

struct HashAlgorithm {
  const char* name;
  uint32_t digest_size;  // bytes; 0: as many as asked for
  uint32_t block_size;
  int (*start)(hash_state*);
  int (*process)(hash_state*, const unsigned char*, unsigned long);
  int (*finish)(hash_state*, unsigned char*);
};
extern const HashAlgorithm kHashAlgorithms[];  // ended by a row without a name
const HashAlgorithm* find_hash(std::string_view name);
inline constexpr uint32_t kMostDigest = 64;

struct HashObject : Object {
  const HashAlgorithm* algorithm;
  uint32_t digest_size;
  sync::Mutex mutex;
  hash_state state;
};
extern Type hash_type, hash_xof_type, blake2b_type, blake2s_type;

inline constexpr size_t kLongData = 2048;

// The state after `data`; false: interrupted, an exception is set. Gives the GIL away for long
// data.
bool hash_update(Thread& t, HashObject& h, std::string_view data);

// True, with the GIL: somebody should look at what is pending before more work is done without it.
inline bool wanted(const Thread& t) {
  return (t.breaker.load(std::memory_order_relaxed) & (kSignals | kAsyncException | kKill)) != 0;
}

// hash_module.cpp
bool get_hash_data(Thread& t, Value v, Buffer& out);  // with hashlib's words for what is no bytes
const HashAlgorithm* hash_by_name(Thread& t, Value name);
// hash_key.cpp
Var pbkdf2_hmac(Thread& t, Value, const Value* a);
Var compare_digest(Thread& t, Value, const Value* a);

}  // namespace gilbox::py
