// math: the C library's functions with Python's domain and range errors (Library Reference,
// "math").
#include <cerrno>
#include <cmath>
#include <numbers>

#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

// Result of a C function: NaN out of no NaN is a domain error, an infinity out of finite arguments
// an overflow.
Var checked(Thread& t, double r, bool any_nan, bool all_finite) {
  if (std::isnan(r) && !any_nan) return raise(t, exc::ValueError, "math domain error");
  if (std::isinf(r) && all_finite) return raise(t, exc::OverflowError, "math range error");
  return Var::real(r);
}

template <double (*F)(double)>
Var unary_(Thread& t, Value, const Value* a) {
  double x;
  if (!to_double(t, a[0], x)) return Var::error();
  return checked(t, F(x), std::isnan(x), std::isfinite(x));
}
// Functions whose infinite result at a finite point is a pole, a domain error, not an overflow,
// unless the point is beyond 1, where none of them has one.
template <double (*F)(double)>
Var unary_pole(Thread& t, Value, const Value* a) {
  double x;
  if (!to_double(t, a[0], x)) return Var::error();
  double r = F(x);
  if (std::isinf(r) && std::isfinite(x) && x > 1)
    return raise(t, exc::OverflowError, "math range error");
  if ((std::isnan(r) && !std::isnan(x)) || (std::isinf(r) && std::isfinite(x)))
    return raise(t, exc::ValueError, "math domain error");
  return Var::real(r);
}
template <double (*F)(double, double)>
Var binary_(Thread& t, Value, const Value* a) {
  double x, y;
  if (!to_double(t, a[0], x) || !to_double(t, a[1], y)) return Var::error();
  return checked(t, F(x, y), std::isnan(x) || std::isnan(y), std::isfinite(x) && std::isfinite(y));
}

Var pow_(Thread& t, Value, const Value* a) {
  double x, y;
  if (!to_double(t, a[0], x) || !to_double(t, a[1], y)) return Var::error();
  if (x == 0 && y < 0 && std::isfinite(y)) return raise(t, exc::ValueError, "math domain error");
  return checked(t, std::pow(x, y), std::isnan(x) || std::isnan(y),
                 std::isfinite(x) && std::isfinite(y));
}

// floor, ceil, trunc: the type's own method first, then of the float.
template <double (*F)(double)>
Var rounded(Thread& t, Value v, Str* special) {
  if (v.is_small()) return Var(v);
  if (!v.is_real()) {
    Var own = call_special(t, v, special);
    if (!own.is_unbound()) return own;
  }
  double x;
  if (!to_double(t, v, x)) return Var::error();
  return make_int_from_double(t, F(x));
}
Var floor_(Thread& t, Value, const Value* a) {
  return rounded<std::floor>(t, a[0], names::d_floor);
}
Var ceil_(Thread& t, Value, const Value* a) { return rounded<std::ceil>(t, a[0], names::d_ceil); }
Var trunc_(Thread& t, Value, const Value* a) {
  Var own = call_special(t, a[0], names::d_trunc);
  if (!own.is_unbound()) return own;
  return raise(t, exc::TypeError, "type %T doesn't define __trunc__ method", a[0]);
}

// Logarithms of ints of any size: log(m * 2^e) = log m + e log 2.
bool log_of(Thread& t, Value v, double (*f)(double), double log_two, double& out) {
  if (is_int(v)) {
    Value i = int_value(v);
    if (int_sign(i) <= 0) return raise(t, exc::ValueError, "math domain error"), false;
    if (!i.is_small()) {
      double d;
      if (int_to_double(t, i, d)) return out = f(d), true;
      clear_exception(t);
      Var bits = call_method(t, i, intern(t, std::string_view("bit_length")));
      if (bits.failed()) return false;
      int64_t shift = bits.get().small();  // 0.5 <= m < 1, as frexp gives it
      Var top = int_binary(t, BinaryOp::RShift, i, Value::small(shift - 900));
      if (top.failed() || !int_to_double(t, top, d)) return false;
      out = f(std::ldexp(d, -900)) + static_cast<double>(shift) * log_two;
      return true;
    }
  }
  double x;
  if (!to_double(t, v, x)) return false;
  if (x <= 0) return raise(t, exc::ValueError, "math domain error"), false;
  out = f(x);
  return true;
}

Var log_(Thread& t, Value, const Value* a) {
  double x, base;
  if (!log_of(t, a[0], std::log, std::numbers::ln2, x)) return Var::error();
  if (a[1].is_unbound()) return Var::real(x);
  if (!log_of(t, a[1], std::log, std::numbers::ln2, base)) return Var::error();
  if (base == 0) return raise(t, exc::ZeroDivisionError, "division by zero");
  return Var::real(x / base);
}
Var log2_(Thread& t, Value, const Value* a) {
  double x;
  return log_of(t, a[0], std::log2, 1.0, x) ? Var::real(x) : Var::error();
}
Var log10_(Thread& t, Value, const Value* a) {
  double x;
  return log_of(t, a[0], std::log10, 0.301029995663981195, x) ? Var::real(x) : Var::error();
}

Var is_finite(Thread& t, Value, const Value* a) {
  double x;
  return to_double(t, a[0], x) ? Var::boolean(std::isfinite(x)) : Var::error();
}
Var is_inf(Thread& t, Value, const Value* a) {
  double x;
  return to_double(t, a[0], x) ? Var::boolean(std::isinf(x)) : Var::error();
}
Var is_nan(Thread& t, Value, const Value* a) {
  double x;
  return to_double(t, a[0], x) ? Var::boolean(std::isnan(x)) : Var::error();
}

Var is_close(Thread& t, Value, const Value* a) {
  double x, y, relative = 1e-9, absolute = 0;
  if (!to_double(t, a[0], x) || !to_double(t, a[1], y)) return Var::error();
  if (!a[2].is_unbound() && !to_double(t, a[2], relative)) return Var::error();
  if (!a[3].is_unbound() && !to_double(t, a[3], absolute)) return Var::error();
  if (relative < 0 || absolute < 0)
    return raise(t, exc::ValueError, "tolerances must be non-negative");
  if (x == y) return Var::boolean(true);
  if (std::isinf(x) || std::isinf(y)) return Var::boolean(false);
  double gap = std::fabs(y - x);
  return Var::boolean(gap <= std::fabs(relative * y) || gap <= std::fabs(relative * x) ||
                      gap <= absolute);
}

Var degrees(Thread& t, Value, const Value* a) {
  double x;
  return to_double(t, a[0], x) ? Var::real(x * (180.0 / std::numbers::pi)) : Var::error();
}
Var radians(Thread& t, Value, const Value* a) {
  double x;
  return to_double(t, a[0], x) ? Var::real(x * (std::numbers::pi / 180.0)) : Var::error();
}

Var frexp_(Thread& t, Value, const Value* a) {
  double x;
  if (!to_double(t, a[0], x)) return Var::error();
  int exponent = 0;
  double mantissa = std::isfinite(x) && x != 0 ? std::frexp(x, &exponent) : x;
  Value pair[] = {Value::real(mantissa), Value::small(exponent)};
  return make_tuple(t, pair, 2).var();
}
Var ldexp_(Thread& t, Value, const Value* a) {
  double x;
  int64_t e;
  if (!to_double(t, a[0], x)) return Var::error();
  if (!is_int(a[1]))
    return raise(t, exc::TypeError, "Expected an int as second argument to ldexp.");
  if (!to_index(t, a[1], e, true)) return Var::error();
  int clipped = e > 100000 ? 100000 : e < -100000 ? -100000 : static_cast<int>(e);
  return checked(t, std::ldexp(x, clipped), std::isnan(x), std::isfinite(x));
}
Var modf_(Thread& t, Value, const Value* a) {
  double x, whole;
  if (!to_double(t, a[0], x)) return Var::error();
  double fraction = std::modf(x, &whole);
  Value pair[] = {Value::real(fraction), Value::real(whole)};
  return make_tuple(t, pair, 2).var();
}

// fsum: exact partial sums (Shewchuk 1997), so the result is the correctly rounded sum.
Var fsum(Thread& t, Value, const Value* a) {
  double partial[1100];
  int n = 0;
  double special = 0;
  bool has_special = false;
  bool ok = for_each(t, a[0], [&](Value item) {
    double x;
    if (!to_double(t, item, x)) return false;
    if (!std::isfinite(x)) {
      special += x;
      has_special = true;
      return true;
    }
    int kept = 0;
    for (int j = 0; j < n; ++j) {
      double y = partial[j];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y, low = y - (high - x);
      if (low != 0) partial[kept++] = low;
      x = high;
    }
    n = kept;
    partial[n++] = x;
    if (!std::isfinite(x))
      return raise(t, exc::OverflowError, "intermediate overflow in fsum"), false;
    return true;
  });
  if (!ok) return Var::error();
  if (has_special) {
    if (std::isnan(special)) return raise(t, exc::ValueError, "-inf + inf in fsum");
    return Var::real(special);
  }
  double high = 0;
  while (n > 0) {
    double x = high, y = partial[--n];
    high = x + y;
    double low = y - (high - x);
    if (low == 0) continue;
    // Round half even across the remaining partials.
    if (n > 0 && ((low < 0 && partial[n - 1] < 0) || (low > 0 && partial[n - 1] > 0))) {
      double twice = low * 2, sum = high + twice;
      if (twice == sum - high) high = sum;
    }
    break;
  }
  return Var::real(high);
}

Var nextafter_(Thread& t, Value, const Value* a) {
  double x, y;
  if (!to_double(t, a[0], x) || !to_double(t, a[1], y)) return Var::error();
  int64_t steps = 1;
  if (!a[2].is_unbound() && !to_index(t, a[2], steps, true)) return Var::error();
  if (steps < 0) return raise(t, exc::ValueError, "steps must be a non-negative integer");
  for (; steps > 0 && x != y; --steps) x = std::nextafter(x, y);
  return Var::real(x);
}
Var ulp(Thread& t, Value, const Value* a) {
  double x;
  if (!to_double(t, a[0], x)) return Var::error();
  x = std::fabs(x);
  if (!std::isfinite(x)) return Var::real(x);
  double up = std::nextafter(x, HUGE_VAL);
  return Var::real(std::isinf(up) ? x - std::nextafter(x, 0.0) : up - x);
}
Var fma_(Thread& t, Value, const Value* a) {
  double x, y, z;
  if (!to_double(t, a[0], x) || !to_double(t, a[1], y) || !to_double(t, a[2], z))
    return Var::error();
  bool nan = std::isnan(x) || std::isnan(y) || std::isnan(z);
  double r = std::fma(x, y, z);
  if (std::isnan(r) && !nan) return raise(t, exc::ValueError, "invalid operation in fma");
  if (std::isinf(r) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z))
    return raise(t, exc::OverflowError, "overflow in fma");
  return Var::real(r);
}

bool fill(Thread& t, Module& m) {
  return add(t, m, "pi", Value::real(std::numbers::pi)) &&
         add(t, m, "e", Value::real(std::numbers::e)) &&
         add(t, m, "tau", Value::real(2 * std::numbers::pi)) &&
         add(t, m, "inf", Value::real(HUGE_VAL)) && add(t, m, "nan", Value::real(NAN));
}

}  // namespace

// math_integer.cpp
Var math_hypot(Thread& t, Value, const Args& args);
Var math_dist(Thread& t, Value, const Value* a);
Var math_gcd(Thread& t, Value, const Args& args);
Var math_lcm(Thread& t, Value, const Args& args);
Var math_factorial(Thread& t, Value, const Value* a);
Var math_isqrt(Thread& t, Value, const Value* a);
Var math_comb(Thread& t, Value, const Value* a);
Var math_perm(Thread& t, Value, const Value* a);
Var math_prod(Thread& t, Value, const Value* a);
Var math_sumprod(Thread& t, Value, const Value* a);

namespace {
const NativeDef kFunctions[] = {
    {"sqrt", unary_<std::sqrt>, "x, /"},
    {"cbrt", unary_<std::cbrt>, "x, /"},
    {"exp", unary_<std::exp>, "x, /"},
    {"exp2", unary_<std::exp2>, "x, /"},
    {"expm1", unary_<std::expm1>, "x, /"},
    {"log1p", unary_pole<std::log1p>, "x, /"},
    {"sin", unary_<std::sin>, "x, /"},
    {"cos", unary_<std::cos>, "x, /"},
    {"tan", unary_<std::tan>, "x, /"},
    {"asin", unary_<std::asin>, "x, /"},
    {"acos", unary_<std::acos>, "x, /"},
    {"atan", unary_<std::atan>, "x, /"},
    {"atan2", binary_<std::atan2>, "y, x, /"},
    {"sinh", unary_<std::sinh>, "x, /"},
    {"cosh", unary_<std::cosh>, "x, /"},
    {"tanh", unary_<std::tanh>, "x, /"},
    {"asinh", unary_<std::asinh>, "x, /"},
    {"acosh", unary_<std::acosh>, "x, /"},
    {"atanh", unary_pole<std::atanh>, "x, /"},
    {"erf", unary_<std::erf>, "x, /"},
    {"erfc", unary_<std::erfc>, "x, /"},
    {"gamma", unary_pole<std::tgamma>, "x, /"},
    {"lgamma", unary_pole<std::lgamma>, "x, /"},
    {"fabs", unary_<std::fabs>, "x, /"},
    {"fmod", binary_<std::fmod>, "x, y, /"},
    {"remainder", binary_<std::remainder>, "x, y, /"},
    {"copysign", binary_<std::copysign>, "x, y, /"},
    {"pow", pow_, "x, y, /"},
    {"floor", floor_, "x, /"},
    {"ceil", ceil_, "x, /"},
    {"trunc", trunc_, "x, /"},
    {"log", log_, "x, base=<unrepresentable>, /"},
    {"log2", log2_, "x, /"},
    {"log10", log10_, "x, /"},
    {"isfinite", is_finite, "x, /"},
    {"isinf", is_inf, "x, /"},
    {"isnan", is_nan, "x, /"},
    {"isclose", is_close, "a, b, *, rel_tol=1e-09, abs_tol=0.0"},
    {"degrees", degrees, "x, /"},
    {"radians", radians, "x, /"},
    {"frexp", frexp_, "x, /"},
    {"ldexp", ldexp_, "x, i, /"},
    {"modf", modf_, "x, /"},
    {"fsum", fsum, "seq, /"},
    {"hypot", math_hypot},
    {"dist", math_dist, "p, q, /"},
    {"nextafter", nextafter_, "x, y, /, *, steps=None"},
    {"ulp", ulp, "x, /"},
    {"fma", fma_, "x, y, z, /"},
    {"gcd", math_gcd},
    {"lcm", math_lcm},
    {"factorial", math_factorial, "n, /"},
    {"isqrt", math_isqrt, "n, /"},
    {"comb", math_comb, "n, k, /"},
    {"perm", math_perm, "n, k=None, /"},
    {"prod", math_prod, "iterable, /, *, start=1"},
    {"sumprod", math_sumprod, "p, q, /"},
    {},
};
}  // namespace

extern const ModuleDef math_module;
const ModuleDef math_module = {"math", kFunctions, fill};

}  // namespace gilbox::py
