// math.hypot and math.dist: Euclidean lengths, right in nearly every last bit. Squares are added
// with their rounding errors kept (Dekker's product by fma, Knuth's sum), and the root is corrected
// by one Newton step with a remainder worked out the same way.
#include <cfloat>
#include <cmath>

#include "base/small_vector.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

using Lengths = base::SmallVector<double, 8>;

// A sum of doubles that remembers what rounding took away.
struct ExactSum {
  double high = 1.0;  // so that every later addend is smaller
  double lost = 0.0, tiny = 0.0;

  void add(double x) {
    const double sum = high + x;
    lost += (high - sum) + x;
    high = sum;
  }
  void add_product(double a, double b) {
    const double product = a * b;
    add(product);
    tiny += std::fma(a, b, -product);
  }
  double value() const { return high - 1.0 + (lost + tiny); }
};

// `lengths` are not negative and finite, the largest of them is `largest`.
double norm(Lengths& lengths, double largest) {
  if (largest == 0) return 0;
  int exponent;
  std::frexp(largest, &exponent);
  if (exponent < -1023) {  // 1 / largest would overflow
    for (double& x : lengths) x /= DBL_MIN;
    return DBL_MIN * norm(lengths, largest / DBL_MIN);
  }
  const double scale = std::ldexp(1.0, -exponent);
  ExactSum sum;
  for (double x : lengths) sum.add_product(x * scale, x * scale);
  const double root = std::sqrt(sum.value());
  sum.add_product(-root, root);
  return (root + sum.value() / (2.0 * root)) / scale;
}

// Infinity beats NaN (IEEE 754-2019, 9.2.1).
Var length_of(Lengths& lengths) {
  double largest = 0;
  bool nan = false;
  for (double& x : lengths) {
    x = std::fabs(x);
    nan = nan || std::isnan(x);
    if (x > largest) largest = x;
  }
  if (std::isinf(largest)) return Var::real(largest);
  return Var::real(nan ? NAN : norm(lengths, largest));
}

}  // namespace

Var math_hypot(Thread& t, Value, const Args& args) {
  Lengths lengths;
  for (uint32_t i = 0; i < args.count; ++i) {
    double x;
    if (!to_double(t, args[i], x)) return Var::error();
    if (!lengths.try_push_back(x)) return raise_memory_error(t);
  }
  return length_of(lengths);
}

Var math_dist(Thread& t, Value, const Value* a) {
  Ref<Tuple> p = tuple_from(t, a[0]), q = tuple_from(t, a[1]);
  if (!p || !q) return Var::error();
  if (p->size != q->size)
    return raise(t, exc::ValueError, "both points must have the same number of dimensions");
  Lengths lengths;
  for (uint32_t i = 0; i < p->size; ++i) {
    double x, y;
    if (!to_double(t, p->items[i], x) || !to_double(t, q->items[i], y)) return Var::error();
    if (!lengths.try_push_back(x - y)) return raise_memory_error(t);
  }
  return length_of(lengths);
}

}  // namespace gilbox::py
