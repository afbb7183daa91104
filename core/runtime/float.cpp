// Arithmetic and hashing of float.
#include <cmath>

#include "runtime/exception.hpp"
#include "runtime/number.hpp"
#include "runtime/protocol.hpp"

namespace gilbox::py {

double float_floor_divide(double a, double b, double& modulo) {
  modulo = std::fmod(a, b);
  double quotient = (a - modulo) / b;
  if (modulo != 0) {
    if ((b < 0) != (modulo < 0)) {
      modulo += b;
      quotient -= 1.0;
    }
  } else {
    modulo = std::copysign(0.0, b);
  }
  if (quotient == 0) return std::copysign(0.0, a / b);
  const double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Var raise_numbered(Thread& t, Type& type, int number, const char* text) {
  Ref<Str> message = make_ascii(t, text);
  if (!message) return Var::error();
  const Value pair[2] = {Value::small(number), message.value()};
  const Args args{pair, 2, nullptr};
  Var instance = call(t, Value::object(&type), args);
  if (instance.failed()) return instance;
  return raise_instance(t, instance);
}

namespace {

Var power(Thread& t, double a, double b) {
  if (b == 0) return Var::real(1.0);
  if (a != a) return Var::real(a);
  if (b != b) return Var::real(a == 1.0 ? 1.0 : b);
  if (a == 0 && b < 0)
    return raise(t, exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
  if (std::isfinite(a) && std::isfinite(b)) {
    if (a < 0 && b != std::floor(b)) return complex_power(t, a, 0, b, 0);
    const double out = std::pow(a, b);
    if (std::isinf(out))
      return raise_numbered(t, exc::OverflowError, 34, "Numerical result out of range");
    return Var::real(out);
  }
  return Var::real(std::pow(a, b));
}

}  // namespace

Var float_binary(Thread& t, BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::Add: return Var::real(a + b);
    case BinaryOp::Sub: return Var::real(a - b);
    case BinaryOp::Mul: return Var::real(a * b);
    case BinaryOp::TrueDiv:
      if (b == 0) return raise(t, exc::ZeroDivisionError, "float division by zero");
      return Var::real(a / b);
    case BinaryOp::FloorDiv: {
      if (b == 0) return raise(t, exc::ZeroDivisionError, "float floor division by zero");
      double modulo;
      return Var::real(float_floor_divide(a, b, modulo));
    }
    case BinaryOp::Mod: {
      if (b == 0) return raise(t, exc::ZeroDivisionError, "float modulo by zero");
      double modulo = std::fmod(a, b);
      if (modulo == 0)
        modulo = std::copysign(0.0, b);
      else if ((b < 0) != (modulo < 0))
        modulo += b;
      return Var::real(modulo);
    }
    case BinaryOp::Pow: return power(t, a, b);
    default: return Var::not_implemented();
  }
}

int64_t float_hash(double d) {
  // As int_hash: the value modulo 2^61 - 1, also for fractions (powers of two have inverses).
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t(1) << kBits) - 1;
  if (d != d) return 0;
  if (std::isinf(d)) return d > 0 ? 314159 : -314159;
  int exponent;
  double rest = std::frexp(d, &exponent);
  const bool negative = rest < 0;
  if (negative) rest = -rest;
  uint64_t hash = 0;
  while (rest != 0) {
    hash = (hash << 28 & kModulus) | hash >> (kBits - 28);
    rest *= 0x1p28;
    exponent -= 28;
    const auto part = static_cast<uint64_t>(rest);
    rest -= static_cast<double>(part);
    hash += part;
    if (hash >= kModulus) hash -= kModulus;
  }
  exponent = exponent >= 0 ? exponent % kBits : kBits - 1 - (-1 - exponent) % kBits;
  hash = (hash << exponent & kModulus) | hash >> (kBits - exponent);
  const auto signed_hash = static_cast<int64_t>(hash);
  const int64_t out = negative ? -signed_hash : signed_hash;
  return out == -1 ? -2 : out;
}

}  // namespace gilbox::py
