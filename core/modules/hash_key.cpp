// Keys from passwords (PBKDF2, RFC 8018) and comparing secrets.
#include <cstring>

#include "modules/hash_object.hpp"
#include "runtime/interrupt.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// HMAC (RFC 2104) of one key: the state after the padded key is computed once.
class Hmac {
 public:
  Hmac(const HashAlgorithm& algorithm, std::string_view key) : a_(algorithm) {
    unsigned char block[kMostBlock] = {};
    if (key.size() > a_.block_size) {
      hash_state s;
      a_.start(&s);
      a_.process(&s, reinterpret_cast<const unsigned char*>(key.data()),
                 static_cast<unsigned long>(key.size()));
      a_.finish(&s, block);
    } else if (!key.empty()) {
      std::memcpy(block, key.data(), key.size());
    }
    begin(inner_, block, 0x36);
    begin(outer_, block, 0x36 ^ 0x5C);
  }
  // out may be the message.
  void operator()(const unsigned char* message, size_t size, const unsigned char* tail,
                  size_t tail_size, unsigned char* out) const {
    hash_state s = inner_;
    a_.process(&s, message, static_cast<unsigned long>(size));
    if (tail_size) a_.process(&s, tail, static_cast<unsigned long>(tail_size));
    a_.finish(&s, out);
    s = outer_;
    a_.process(&s, out, a_.digest_size);
    a_.finish(&s, out);
  }

 private:
  static constexpr size_t kMostBlock = 144;
  void begin(hash_state& s, unsigned char* block, unsigned char pad) {
    for (uint32_t i = 0; i < a_.block_size; ++i) block[i] ^= pad;
    a_.start(&s);
    a_.process(&s, block, a_.block_size);
  }
  const HashAlgorithm& a_;
  hash_state inner_, outer_;
};

}  // namespace

Var pbkdf2_hmac(Thread& t, Value, const Value* a) {
  const HashAlgorithm* algorithm = hash_by_name(t, a[0]);
  Buffer password, salt;
  int64_t rounds, size;
  if (!algorithm || !get_buffer(t, a[1], password) || !get_buffer(t, a[2], salt) ||
      !to_int64(t, a[3], rounds))
    return Var::error();
  if (algorithm->digest_size == 0)
    return raise(t, exc::ValueError, "unsupported hash type %s", algorithm->name);
  size = algorithm->digest_size;
  if (rounds < 1) return raise(t, exc::ValueError, "iteration value must be greater than 0.");
  if (!a[4].is_unbound() && !a[4].is_none() && !to_int64(t, a[4], size)) return Var::error();
  if (size < 1) return raise(t, exc::ValueError, "key length must be greater than 0.");
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(size));
  if (!out) return Var::error();
  const Hmac hmac(*algorithm, password.view());
  const uint32_t width = algorithm->digest_size;
  uint32_t number = 1;
  for (size_t at = 0; at < out->size; at += width, ++number) {
    const unsigned char index[] = {
        static_cast<unsigned char>(number >> 24), static_cast<unsigned char>(number >> 16),
        static_cast<unsigned char>(number >> 8), static_cast<unsigned char>(number)};
    unsigned char u[kMostDigest], sum[kMostDigest];
    hmac(salt.data, salt.length, index, sizeof index, u);
    std::memcpy(sum, u, width);
    for (int64_t done = 1; done < rounds;) {
      {
        GilReleased released(t);
        constexpr int kRounds = 2048;  // between two looks
        do {
          for (int i = 0; i < kRounds && done < rounds; ++i, ++done) {
            hmac(u, width, nullptr, 0, u);
            for (uint32_t k = 0; k < width; ++k) sum[k] ^= u[k];
          }
        } while (done < rounds && !wanted(t));
      }
      if (wanted(t) && interrupted(t)) return Var::error();
    }
    std::memcpy(out->data + at, sum, out->size - at < width ? out->size - at : width);
  }
  return std::move(out).var();
}

// In time that tells nothing of where the two differ.
Var compare_digest(Thread& t, Value, const Value* a) {
  std::string_view x, y;
  Buffer b[2];
  if (is_str(a[0]) && is_str(a[1])) {
    if (!a[0].as<Str>()->is_ascii() || !a[1].as<Str>()->is_ascii())
      return raise(t, exc::TypeError,
                   "comparing strings with non-ASCII characters is not supported");
    x = a[0].as<Str>()->ascii();
    y = a[1].as<Str>()->ascii();
  } else {
    if (!get_buffer(t, a[0], b[0]) || !get_buffer(t, a[1], b[1])) return Var::error();
    x = b[0].view();
    y = b[1].view();
  }
  unsigned char difference = x.size() != y.size();
  for (size_t i = 0; i < y.size(); ++i)
    difference |= static_cast<unsigned char>(y[i] ^ (x.size() == y.size() ? x[i] : y[i]));
  return Var::boolean(difference == 0);
}

}  // namespace gilbox::py
