// The functions of math that work on ints of any size.
#include <cmath>

#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Var gcd_of(Thread& t, Var a, Var b) {
  while (int_sign(b) != 0) {
    GILBOX_TRY(rest, int_binary(t, BinaryOp::Mod, a, b));
    a = std::move(b);
    b = std::move(rest);
  }
  return int_sign(a) < 0 ? int_binary(t, BinaryOp::Sub, Value::small(0), a) : a;
}

// The product of [low, high): split in halves so that factors have like sizes.
Var product(Thread& t, int64_t low, int64_t high) {
  if (high - low <= 4) {
    Var p = make_int(t, low);
    for (int64_t i = low + 1; i < high && !p.failed(); ++i)
      p = int_binary(t, BinaryOp::Mul, p, Value::small(i));
    return p;
  }
  int64_t middle = low + (high - low) / 2;
  GILBOX_TRY(a, product(t, low, middle));
  GILBOX_TRY(b, product(t, middle, high));
  return int_binary(t, BinaryOp::Mul, a, b);
}

}  // namespace

Var math_gcd(Thread& t, Value, const Args& args) {
  Var result = Var::small(0);
  for (uint32_t i = 0; i < args.count; ++i) {
    GILBOX_TRY(next, index_of(t, args[i]));
    result = gcd_of(t, std::move(result), std::move(next));
    if (result.failed()) return result;
  }
  return result;
}

Var math_lcm(Thread& t, Value, const Args& args) {
  Var result = Var::small(1);
  for (uint32_t i = 0; i < args.count; ++i) {
    GILBOX_TRY(next, index_of(t, args[i]));
    if (int_sign(next) == 0) return Var::small(0);
    GILBOX_TRY(shared, gcd_of(t, result, next));
    GILBOX_TRY(part, int_binary(t, BinaryOp::FloorDiv, result, shared));
    result = int_binary(t, BinaryOp::Mul, part, next);
    if (result.failed()) return result;
    if (int_sign(result) < 0) result = int_binary(t, BinaryOp::Sub, Value::small(0), result);
  }
  return result;
}

Var math_factorial(Thread& t, Value, const Value* a) {
  GILBOX_TRY(n, index_of(t, a[0]));
  if (int_sign(n) < 0)
    return raise(t, exc::ValueError, "factorial() not defined for negative values");
  if (!n.get().is_small() || n.get().small() > 10'000'000)
    return raise(t, exc::OverflowError, "factorial() argument should not exceed %lld",
                 9223372036854775807ll);
  return n.get().small() < 2 ? Var::small(1) : product(t, 2, n.get().small() + 1);
}

// Newton's method from above: the first value that does not get smaller is the root.
Var math_isqrt(Thread& t, Value, const Value* a) {
  GILBOX_TRY(n, index_of(t, a[0]));
  if (int_sign(n) < 0) return raise(t, exc::ValueError, "isqrt() argument must be nonnegative");
  if (int_sign(n) == 0) return Var::small(0);
  GILBOX_TRY(bits, call_method(t, n, intern(t, std::string_view("bit_length"))));
  GILBOX_TRY(x, int_binary(t, BinaryOp::LShift, Value::small(1),
                           Value::small((bits.get().small() + 1) / 2)));
  for (;;) {
    GILBOX_TRY(quotient, int_binary(t, BinaryOp::FloorDiv, n, x));
    GILBOX_TRY(sum, int_binary(t, BinaryOp::Add, x, quotient));
    GILBOX_TRY(better, int_binary(t, BinaryOp::RShift, sum, Value::small(1)));
    if (int_compare(better, x) >= 0) return x;
    x = std::move(better);
  }
}

Var math_comb(Thread& t, Value, const Value* a) {
  GILBOX_TRY(n, index_of(t, a[0]));
  GILBOX_TRY(k, index_of(t, a[1]));
  if (int_sign(n) < 0) return raise(t, exc::ValueError, "n must be a non-negative integer");
  if (int_sign(k) < 0) return raise(t, exc::ValueError, "k must be a non-negative integer");
  GILBOX_TRY(other, int_binary(t, BinaryOp::Sub, n, k));
  if (int_sign(other) < 0) return Var::small(0);
  Var fewer = int_compare(other, k) < 0 ? other : k;
  if (!fewer.get().is_small())
    return raise(t, exc::OverflowError, "min(n - k, k) must not exceed %lld",
                 9223372036854775807ll);
  Var result = Var::small(1);
  for (int64_t i = 0; i < fewer.get().small(); ++i) {
    GILBOX_TRY(factor, int_binary(t, BinaryOp::Sub, n, Value::small(i)));
    GILBOX_TRY(more, int_binary(t, BinaryOp::Mul, result, factor));
    result = int_binary(t, BinaryOp::FloorDiv, more, Value::small(i + 1));
    if (result.failed()) return result;
  }
  return result;
}

Var math_perm(Thread& t, Value self, const Value* a) {
  if (a[1].is_unbound() || a[1].is_none()) return math_factorial(t, self, a);
  GILBOX_TRY(n, index_of(t, a[0]));
  GILBOX_TRY(k, index_of(t, a[1]));
  if (int_sign(n) < 0) return raise(t, exc::ValueError, "n must be a non-negative integer");
  if (int_sign(k) < 0) return raise(t, exc::ValueError, "k must be a non-negative integer");
  if (int_compare(n, k) < 0) return Var::small(0);
  if (!k.get().is_small())
    return raise(t, exc::OverflowError, "k must not exceed %lld", 9223372036854775807ll);
  Var result = Var::small(1);
  for (int64_t i = 0; i < k.get().small(); ++i) {
    GILBOX_TRY(factor, int_binary(t, BinaryOp::Sub, n, Value::small(i)));
    result = int_binary(t, BinaryOp::Mul, result, factor);
    if (result.failed()) return result;
  }
  return result;
}

Var math_prod(Thread& t, Value, const Value* a) {
  Var result = a[1].is_unbound() ? Var::small(1) : Var(a[1]);
  bool ok = for_each(t, a[0], [&](Value item) {
    result = binary(t, BinaryOp::Mul, result, item);
    return !result.failed();
  });
  return ok ? result : Var::error();
}

namespace {

// a + b and what rounding lost of it (Knuth).
double two_sum(double a, double b, double& lost) {
  const double sum = a + b, part = sum - a;
  lost = (a - (sum - part)) + (b - part);
  return sum;
}

// A dot product in three times the precision of a double (Ogita, Rump, Oishi: Accurate sum and dot
// product). False: not all of it is float or int, or it is not finite.
bool float_sumprod(const Tuple& p, const Tuple& q, double& out) {
  double high = 0, low = 0, tiny = 0;
  bool real = false;
  for (uint32_t i = 0; i < p.size; ++i) {
    double x[2];
    int k = 0;
    for (Value v : {p.items[i], q.items[i]}) {
      if (v.is_real())
        real = true, x[k++] = v.real();
      else if (v.is_small())
        x[k++] = static_cast<double>(v.small());
      else
        return false;
    }
    const double product = x[0] * x[1];
    double lost, lost_low, lost_middle;
    high = two_sum(high, product, lost);
    low = two_sum(low, std::fma(x[0], x[1], -product), lost_low);
    low = two_sum(low, lost, lost_middle);
    tiny += lost_low + lost_middle;
  }
  double rest;
  high = two_sum(high, low, rest);
  out = high + (rest + tiny);
  return real && std::isfinite(out);
}

}  // namespace

Var math_sumprod(Thread& t, Value, const Value* a) {
  Ref<Tuple> p = tuple_from(t, a[0]), q = tuple_from(t, a[1]);
  if (!p || !q) return Var::error();
  if (p->size != q->size) return raise(t, exc::ValueError, "Inputs are not the same length");
  if (double exact; float_sumprod(*p, *q, exact)) return Var::real(exact);
  Var sum = Var::small(0);
  for (uint32_t i = 0; i < p->size; ++i) {
    GILBOX_TRY(term, binary(t, BinaryOp::Mul, p->items[i], q->items[i]));
    sum = binary(t, BinaryOp::Add, sum, term);
    if (sum.failed()) return sum;
  }
  return sum;
}

}  // namespace gilbox::py
