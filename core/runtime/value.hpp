// A Python value in 64 bits (NaN boxing) and the two ways to hold one.
//
//   Value   borrowed, trivially copyable: whoever gave it keeps it alive.
//   Var     owned: counts one reference, moves cheaply, releases in its destructor. Functions that
//   produce a value
//           return Var; functions that look at one take Value.
//
// Top 16 bits: 0xFFFF heap object (48-bit pointer) · 0xFFFE small int (48-bit two's complement) ·
// 0xFFFD singletons · everything else a double (NaNs are made canonical first, so none collides).
// Only objects are counted; ints that fit, floats, None, bool … cost no memory at all.
//
// Two singletons never reach Python: `unbound` (no value: empty register, missing argument,
// exhausted iterator) and `error` (an exception is set in the Thread). `blocked` asks the eval loop
// to wait (wait.hpp).
#pragma once

#include <bit>
#include <cstdint>
#include <utility>

namespace gilbox::py {

struct Object;
void release_object(Object* object);  // object.hpp; the slow end of Var's destructor

class Value {
 public:
  static constexpr uint64_t kObject = 0xFFFFull << 48, kInt = 0xFFFEull << 48,
                            kSpecial = 0xFFFDull << 48;
  static constexpr uint64_t kPayload = (1ull << 48) - 1;
  static constexpr int64_t kMaxSmall = (1ll << 47) - 1, kMinSmall = -(1ll << 47);

  constexpr Value() : bits_(kSpecial) {}  // unbound
  static constexpr Value from_bits(uint64_t bits) {
    Value v;
    v.bits_ = bits;
    return v;
  }
  static constexpr Value unbound() { return from_bits(kSpecial | 0); }
  static constexpr Value error() { return from_bits(kSpecial | 1); }
  static constexpr Value blocked() { return from_bits(kSpecial | 2); }
  static constexpr Value none() { return from_bits(kSpecial | 3); }
  static constexpr Value ellipsis() { return from_bits(kSpecial | 4); }
  static constexpr Value not_implemented() { return from_bits(kSpecial | 5); }
  static constexpr Value boolean(bool b) {
    return from_bits(kSpecial | 6 | static_cast<uint64_t>(b));
  }
  static constexpr bool fits_small(int64_t i) { return i >= kMinSmall && i <= kMaxSmall; }
  static constexpr Value small(int64_t i) {
    return from_bits(kInt | (static_cast<uint64_t>(i) & kPayload));
  }  // must fit
  static Value real(double d) {
    return from_bits(d == d ? std::bit_cast<uint64_t>(d) : 0x7FF8ull << 48);
  }
  static Value object(const Object* o) {
    return from_bits(kObject | reinterpret_cast<uintptr_t>(o));
  }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool is_object() const { return bits_ >= kObject; }
  constexpr bool is_small() const { return (bits_ >> 48) == 0xFFFE; }
  constexpr bool is_real() const { return bits_ < kSpecial; }
  constexpr bool is_bool() const { return (bits_ | 1) == (kSpecial | 7); }
  constexpr bool is_true() const { return bits_ == (kSpecial | 7); }
  constexpr bool is_false() const { return bits_ == (kSpecial | 6); }
  constexpr bool is_none() const { return bits_ == (kSpecial | 3); }
  constexpr bool is_unbound() const { return bits_ == kSpecial; }
  constexpr bool is_error() const { return bits_ == (kSpecial | 1); }
  constexpr bool is_blocked() const { return bits_ == (kSpecial | 2); }
  constexpr bool is_ellipsis() const { return bits_ == (kSpecial | 4); }
  constexpr bool is_not_implemented() const { return bits_ == (kSpecial | 5); }

  constexpr int64_t small() const { return static_cast<int64_t>(bits_ << 16) >> 16; }
  double real() const { return std::bit_cast<double>(bits_); }
  Object* object() const {
    return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits_ & kPayload));
  }
  template <class T>
  T* as() const {
    return static_cast<T*>(object());
  }  // unchecked

  // Identity: the `is` operator.
  friend constexpr bool operator==(Value, Value) = default;

 private:
  uint64_t bits_;
};
static_assert(sizeof(Value) == 8);

// Counting: the only places that touch a reference count are these two (and object.hpp, which
// decides how).
inline void retain(Value v);
inline void release(Value v);

class [[clang::trivial_abi]] Var {
 public:
  Var() = default;
  explicit Var(Value v) : value_(v) { retain(v); }  // takes a new reference
  static Var adopt(Value v) {
    Var r;
    r.value_ = v;
    return r;
  }  // takes over a reference
  static Var error() { return adopt(Value::error()); }
  static Var unbound() { return adopt(Value::unbound()); }
  static Var blocked() { return adopt(Value::blocked()); }
  static Var none() { return adopt(Value::none()); }
  static Var not_implemented() { return adopt(Value::not_implemented()); }
  static Var boolean(bool b) { return adopt(Value::boolean(b)); }
  static Var real(double d) { return adopt(Value::real(d)); }
  static Var small(int64_t i) { return adopt(Value::small(i)); }

  Var(Var&& other) noexcept : value_(other.value_) { other.value_ = Value(); }
  Var(const Var& other) : value_(other.value_) { retain(value_); }
  Var& operator=(Var other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Var() { release(value_); }

  Value get() const { return value_; }
  operator Value() const {
    return value_;
  }  // NOLINT: a Var can be looked at wherever a Value is wanted
  Value take() { return std::exchange(value_, Value()); }  // gives up ownership
  bool failed() const { return value_.is_error(); }        // an exception is set
  bool is_unbound() const { return value_.is_unbound(); }
  bool is_blocked() const { return value_.is_blocked(); }
  template <class T>
  T* as() const {
    return value_.as<T>();
  }

 private:
  Value value_;
};

}  // namespace gilbox::py
