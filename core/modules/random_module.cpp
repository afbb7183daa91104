// _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded and read exactly as
// CPython does, so that the same seed gives the same numbers. Distributions are in lib/random.py.
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"
#include "sync/clock.hpp"

namespace gilbox::py {

namespace {

constexpr int kWords = 624, kMiddle = 397;

struct Twister : Object {
  uint32_t state[kWords];
  int position;
};
Twister& self_of(Value v) { return *v.as<Twister>(); }

void start(Twister& g, uint32_t seed) {
  g.state[0] = seed;
  for (int i = 1; i < kWords; ++i)
    g.state[i] = 1812433253u * (g.state[i - 1] ^ g.state[i - 1] >> 30) + i;
  g.position = kWords;
}

void start_from_words(Twister& g, const uint32_t* key, size_t length) {
  start(g, 19650218u);
  size_t i = 1, j = 0;
  uint32_t* s = g.state;
  auto wrap = [&] {
    if (++i >= kWords) {
      s[0] = s[kWords - 1];
      i = 1;
    }
  };
  for (size_t k = length > kWords ? length : kWords; k; --k) {
    s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + static_cast<uint32_t>(j);
    wrap();
    if (++j >= length) j = 0;
  }
  for (size_t k = kWords - 1; k; --k) {
    s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - static_cast<uint32_t>(i);
    wrap();
  }
  s[0] = 0x80000000u;
}

uint32_t next_word(Twister& g) {
  if (g.position >= kWords) {
    uint32_t* s = g.state;
    for (int k = 0; k < kWords; ++k) {
      uint32_t y = (s[k] & 0x80000000u) | (s[(k + 1) % kWords] & 0x7fffffffu);
      s[k] = s[(k + kMiddle) % kWords] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    g.position = 0;
  }
  uint32_t y = g.state[g.position++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ y >> 18;
}

// Seeds from the absolute value of an int (its 32-bit words, lowest first), another hashable, or
// the clock.
bool seed_with(Thread& t, Twister& g, Value v) {
  Var number(v);
  if (v.is_unbound() || v.is_none()) {
    auto wall = static_cast<uint64_t>(sync::wall_clock_now()),
         mono = static_cast<uint64_t>(sync::monotonic_now());
    auto here = reinterpret_cast<uintptr_t>(&g);
    uint32_t words[] = {static_cast<uint32_t>(wall), static_cast<uint32_t>(wall >> 32),
                        static_cast<uint32_t>(mono), static_cast<uint32_t>(mono >> 32),
                        static_cast<uint32_t>(here)};
    return start_from_words(g, words, 5), true;
  }
  if (!is_int(v)) {
    int64_t h;
    if (!hash(t, v, h)) return false;
    number = make_int_unsigned(t, static_cast<uint64_t>(h));
  } else {
    number = Var(int_value(v));
    if (int_sign(number) < 0) number = int_binary(t, BinaryOp::Sub, Value::small(0), number);
  }
  Ref<List> words = make_list(t);
  uint32_t few[4] = {0, 0, 0, 0};
  if (!words || number.failed()) return false;
  if (number.get().is_small()) {
    auto n = static_cast<uint64_t>(number.get().small());
    few[0] = static_cast<uint32_t>(n);
    few[1] = static_cast<uint32_t>(n >> 32);
    return start_from_words(g, few, few[1] ? 2 : 1), true;
  }
  // A big seed (strings are seeded by a 512-bit digest): cut off 32 bits at a time.
  auto* key = static_cast<uint32_t*>(allocate(kWords * 4 * sizeof(uint32_t)));
  if (!key) return raise_memory_error(t), false;
  size_t n = 0;
  Var mask = make_int_unsigned(t, 0xFFFFFFFFu);
  while (int_sign(number) > 0 && n < kWords * 4) {
    Var low = int_binary(t, BinaryOp::And, number, mask);
    key[n++] = static_cast<uint32_t>(low.get().small());
    number = int_binary(t, BinaryOp::RShift, number, Value::small(32));
    if (low.failed() || number.failed()) break;
  }
  bool ok = !number.failed();
  if (ok) start_from_words(g, key, n);
  deallocate(key, kWords * 4 * sizeof(uint32_t));
  return ok;
}

Var twister_new(Thread& t, Type& type, const Args& args) {
  auto* g = static_cast<Twister*>(new_object(t, type, type.instance_size));
  if (!g) return Var::error();
  Var made = Var::adopt(Value::object(g));
  return seed_with(t, *g, args[0]) ? made : Var::error();
}
bool twister_init(Thread& t, Value v, const Args& args) {
  return seed_with(t, self_of(v), args[0]);
}

Var seed(Thread& t, Value v, const Value* a) {
  return seed_with(t, self_of(v), a[0]) ? Var::none() : Var::error();
}

Var random(Thread&, Value v, const Value*) {
  uint32_t a = next_word(self_of(v)) >> 5, b = next_word(self_of(v)) >> 6;
  return Var::real((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

Var getrandbits(Thread& t, Value v, const Value* a) {
  int64_t k;
  if (!to_index(t, a[0], k)) return Var::error();
  if (k < 0) return raise(t, exc::ValueError, "number of bits must be non-negative");
  if (k == 0) return Var::small(0);
  if (k <= 32) return Var::small(next_word(self_of(v)) >> (32 - k));
  if (k > (1 << 26)) return raise_memory_error(t);
  Var result = Var::small(0);
  for (int64_t done = 0; done < k; done += 32) {
    uint32_t word = next_word(self_of(v));
    if (k - done < 32) word >>= 32 - (k - done);
    GILBOX_TRY(part, int_binary(t, BinaryOp::LShift, Value::small(word), Value::small(done)));
    result = int_binary(t, BinaryOp::Or, result, part);
    if (result.failed()) return result;
  }
  return result;
}

Var getstate(Thread& t, Value v, const Value*) {
  Ref<List> all = make_list(t);
  for (int i = 0; all && i < kWords; ++i)
    if (!list_append(t, *all, Value::small(self_of(v).state[i]))) return Var::error();
  if (!all || !list_append(t, *all, Value::small(self_of(v).position))) return Var::error();
  return make_tuple(t, all->items, all->size).var();
}
Var setstate(Thread& t, Value v, const Value* a) {
  if (!is_tuple(a[0])) return raise(t, exc::TypeError, "state vector must be a tuple");
  Tuple& s = *a[0].as<Tuple>();
  if (s.size != kWords + 1) return raise(t, exc::ValueError, "state vector is the wrong size");
  Twister fresh;
  for (int i = 0; i <= kWords; ++i) {
    int64_t word;
    if (!to_int64(t, s.items[i], word)) return Var::error();
    if (i < kWords)
      fresh.state[i] = static_cast<uint32_t>(word);
    else if (word < 0 || word > kWords)
      return raise(t, exc::ValueError, "invalid state");
    else
      fresh.position = static_cast<int>(word);
  }
  for (int i = 0; i < kWords; ++i) self_of(v).state[i] = fresh.state[i];
  self_of(v).position = fresh.position;
  return Var::none();
}

void dealloc(Object* o) { free_object(o, o->type->instance_size); }

const NativeDef kMethods[] = {
    {"random", random, ""},
    {"seed", seed, "n=None, /"},
    {"getrandbits", getrandbits, "k, /"},
    {"getstate", getstate, ""},
    {"setstate", setstate, "state, /"},
    {},
};
Type twister_type = [] {
  Type t = static_type("_random.Random", sizeof(Twister), kBase);
  t.new_ = twister_new;
  t.init = twister_init;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}();

bool fill(Thread& t, Module& m) { return add_type(t, m, twister_type); }

}  // namespace

extern const ModuleDef _random_module;
const ModuleDef _random_module = {"_random", nullptr, fill};

}  // namespace gilbox::py
