// Hashes of text and the table of interned strings.
#include <cstdlib>
#include <cstring>

#include "base/hash.hpp"
#include "runtime/exception.hpp"
#include "runtime/str.hpp"
#include "runtime/str_data.hpp"

namespace gilbox::py {

uint64_t str_hash_seed = 0x5bd1e995cafef00dull;

uint64_t hash_memory(const void* data, size_t bytes) {
  // base::hash_bytes with whole-word loads: this runs at run time only.
  constexpr uint64_t kFirst = 0xa0761d6478bd642fu, kSecond = 0xe7037ed1a0b428dbu;
  const char* p = static_cast<const char*>(data);
  uint64_t state = str_hash_seed ^ kFirst;
  size_t left = bytes;
  for (; left >= 8; left -= 8, p += 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    state = base::fold_multiply(word ^ kSecond, state ^ kFirst);
  }
  uint64_t word = 0;
  std::memcpy(&word, p, left);
  state = base::fold_multiply(word ^ kSecond, state ^ kFirst);
  return base::fold_multiply(state ^ bytes, kSecond);
}

uint32_t str_hash(Str& s) {
  if (s.state & Str::kHashed) return s.hash32;
  const uint64_t hash = hash_memory(s.data, size_t(s.length) * s.width);
  s.hash32 = static_cast<uint32_t>(hash) ^ static_cast<uint32_t>(hash >> 32);
  s.state |= Str::kHashed;
  return s.hash32;
}

namespace {

struct InternTable {
  Str** slots = nullptr;
  uint32_t size = 0;  // power of two
  uint32_t used = 0;
};
InternTable table;

bool grow() {
  const uint32_t size = table.size ? table.size * 2 : 2048;
  Str** slots = static_cast<Str**>(std::calloc(size, sizeof(Str*)));
  if (!slots) return false;
  for (uint32_t i = 0; i < table.size; ++i) {
    if (!table.slots[i]) continue;
    uint32_t at = table.slots[i]->hash32 & (size - 1);
    while (slots[at]) at = (at + 1) & (size - 1);
    slots[at] = table.slots[i];
  }
  std::free(table.slots);
  table.slots = slots;
  table.size = size;
  return true;
}

}  // namespace

Str* intern(Thread& t, Str* s) {
  if (s->state & Str::kInterned) return s;
  if (table.used * 2 >= table.size && !grow()) return (void)raise_memory_error(t), nullptr;
  const uint32_t hash = str_hash(*s);
  uint32_t at = hash & (table.size - 1);
  for (; table.slots[at]; at = (at + 1) & (table.size - 1)) {
    if (table.slots[at]->hash32 == hash && str_equal(*table.slots[at], *s)) return table.slots[at];
  }
  Ref<Str> mine(s);
  if (s->type != &str_type) {
    // Identity stands for equality among interned strings: a subclass may define its own.
    mine = allocate_str(t, str_type, s->length, s->width, s->is_ascii());
    if (!mine) return nullptr;
    std::memcpy(mine->data, s->data, size_t(s->length) * s->width);
    (void)str_hash(*mine);
  }
  mine->state |= Str::kInterned;
  make_permanent(mine.get());
  ++table.used;
  return table.slots[at] = mine.take();
}

Str* intern(Thread& t, std::string_view utf8) {
  Ref<Str> s = make_str(t, utf8);
  return s ? intern(t, s.get()) : nullptr;
}

uint32_t interned_count() { return table.used; }

}  // namespace gilbox::py
