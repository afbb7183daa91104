// float: operators and methods. Arithmetic is runtime/float.cpp.
#include "types/float_type.hpp"

#include <cmath>

#include "base/double_digits.hpp"
#include "base/double_text.hpp"
#include "base/parse_double.hpp"
#include "runtime/type_of.hpp"
#include "types/format_spec.hpp"
#include "types/int_type.hpp"

namespace gilbox::py {

Ref<Str> float_repr(Thread& t, double d) {
  char text[base::kDoubleReprBytes];
  return make_ascii(t, {text, base::write_double_repr(d, text)});
}

Var make_float_of(Thread& t, Type& type, double d) {
  if (&type == &float_type) return Var::real(d);
  auto* instance = static_cast<FloatInstance*>(new_object(t, type, type.instance_size));
  if (!instance) return Var::error();
  instance->value = d;
  return Var::adopt(Value::object(instance));
}

double round_to_decimals(double d, int64_t places, bool& overflow) {
  overflow = false;
  // Beyond these every double is already rounded, or rounds to 0.
  if (places > 323) return d;
  if (places < -308) return std::copysign(0.0, d);
  char text[400];
  base::Digits digits;
  base::round_to_places(d, static_cast<int>(places), digits);
  // As text with an exponent, and back: correctly rounded both ways.
  int n = 0;
  if (digits.count == 0) return std::copysign(0.0, d);
  const int count = digits.count < 380 ? digits.count : 380;
  for (int i = 0; i < count; ++i) text[n++] = digits.text[i];
  text[n++] = 'e';
  int exponent = digits.point - count;
  if (exponent < 0) {
    text[n++] = '-';
    exponent = -exponent;
  }
  char reversed[8];
  int k = 0;
  do reversed[k++] = static_cast<char>('0' + exponent % 10);
  while ((exponent /= 10) != 0);
  while (k > 0) text[n++] = reversed[--k];
  const double out = base::parse_double({text, static_cast<size_t>(n)}).value;
  overflow = std::isinf(out);
  return std::copysign(out, d);
}

namespace {

// Both operands as doubles. 0: one is no number (NotImplemented), -1: overflow.
int operands(Thread& t, Value a, Value b, double& x, double& y) {
  const auto one = [&](Value v, double& out) {
    if (is_float(v)) {
      out = float_value(v);
      return 1;
    }
    if (!is_int(v)) return 0;
    return int_to_double(t, v, out) ? 1 : -1;
  };
  const int r = one(a, x);
  return r != 1 ? r : one(b, y);
}

template <BinaryOp kOp>
Var binary_slot(Thread& t, Value a, Value b) {
  double x, y;
  const int r = operands(t, a, b, x, y);
  if (r != 1) return r == 0 ? Var::not_implemented() : Var::error();
  return float_binary(t, kOp, x, y);
}

Var divmod_slot(Thread& t, Value a, Value b) {
  double x, y;
  const int r = operands(t, a, b, x, y);
  if (r != 1) return r == 0 ? Var::not_implemented() : Var::error();
  if (y == 0) return raise(t, exc::ZeroDivisionError, "float divmod()");
  double modulo;
  const double quotient = float_floor_divide(x, y, modulo);
  const Value pair[2] = {Value::real(quotient), Value::real(modulo)};
  return make_tuple(t, pair, 2).var();
}

Var compare_slot(Thread&, Value a, Value b, CompareOp op) {
  if (is_float(a) && is_float(b)) {
    const double x = float_value(a), y = float_value(b);
    if (x != x || y != y) return Var::boolean(op == CompareOp::NE);
    return Var::boolean(order_matches(x < y ? -1 : x > y, op));
  }
  const bool left = is_float(a);
  const Value other = left ? b : a;
  if (!is_int(other) || !(left || is_float(b))) return Var::not_implemented();
  const double d = float_value(left ? a : b);
  if (d != d) return Var::boolean(op == CompareOp::NE);
  const int order = compare_int_double(other, d);
  return Var::boolean(order_matches(left ? -order : order, op));
}

Var neg_slot(Thread&, Value a) { return Var::real(-float_value(a)); }
Var pos_slot(Thread&, Value a) { return Var::real(float_value(a)); }
Var abs_slot(Thread&, Value a) { return Var::real(std::fabs(float_value(a))); }
Var int_slot(Thread& t, Value a) { return make_int_from_double(t, float_value(a)); }
int truth_slot(Thread&, Value a) { return float_value(a) != 0; }
bool hash_slot(Thread&, Value a, int64_t& out) {
  out = float_hash(float_value(a));
  return true;
}
Var repr_slot(Thread& t, Value a) { return float_repr(t, float_value(a)).var(); }

void float_dealloc(Object* o) { free_object(o, o->type->instance_size); }

Var is_integer(Thread&, Value self, const Value*) {
  const double d = float_value(self);
  return Var::boolean(std::isfinite(d) && d == std::floor(d));
}

Var as_integer_ratio(Thread& t, Value self, const Value*) {
  double d = float_value(self);
  if (std::isinf(d))
    return raise(t, exc::OverflowError, "cannot convert Infinity to integer ratio");
  if (d != d) return raise(t, exc::ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  d = std::frexp(d, &exponent);
  for (int i = 0; i < 300 && d != std::floor(d); ++i) {
    d *= 2;
    --exponent;
  }
  GILBOX_TRY(numerator, make_int_from_double(t, d));
  Var denominator = Var::small(1);
  const Value shift = Value::small(exponent < 0 ? -exponent : exponent);
  Var& scaled = exponent < 0 ? denominator : numerator;
  GILBOX_TRY(shifted, int_binary(t, BinaryOp::LShift, scaled, shift));
  scaled = shifted;
  const Value pair[2] = {numerator, denominator};
  return make_tuple(t, pair, 2).var();
}

Var round_method(Thread& t, Value self, const Value* a) {
  const double d = float_value(self);
  if (a[0].is_unbound() || a[0].is_none()) {
    double rounded = std::round(d);
    if (std::fabs(d - rounded) == 0.5) rounded = 2.0 * std::round(d / 2.0);
    return make_int_from_double(t, rounded);
  }
  int64_t places;
  if (!to_index(t, a[0], places, true)) return Var::error();
  if (!std::isfinite(d) || d == 0) return Var::real(d);
  bool overflow;
  const double out = round_to_decimals(d, places, overflow);
  if (overflow) return raise(t, exc::OverflowError, "rounded value too large to represent");
  return Var::real(out);
}

Var trunc_method(Thread& t, Value self, const Value*) {
  return make_int_from_double(t, float_value(self));
}
Var floor_method(Thread& t, Value self, const Value*) {
  return make_int_from_double(t, std::floor(float_value(self)));
}
Var ceil_method(Thread& t, Value self, const Value*) {
  return make_int_from_double(t, std::ceil(float_value(self)));
}
Var conjugate(Thread&, Value self, const Value*) { return Var::real(float_value(self)); }

Var format_method(Thread& t, Value self, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__format__() argument must be str, not %T", a[0]);
  const Str& spec = *a[0].as<Str>();
  if (spec.length == 0) return str(t, self).var();
  return format_float(t, float_value(self), self, spec).var();
}
Var getnewargs(Thread& t, Value self, const Value*) {
  const Value items[1] = {Value::real(float_value(self))};
  return make_tuple(t, items, 1).var();
}

Var get_real(Thread&, Value self) { return Var::real(float_value(self)); }
Var get_imag(Thread&, Value) { return Var::real(0.0); }

const NativeDef kMethods[] = {{"is_integer", is_integer, ""},
                              {"as_integer_ratio", as_integer_ratio, ""},
                              {"hex", float_hex, ""},
                              {"fromhex", float_fromhex, "string, /", nullptr, NativeKind::Class},
                              {"conjugate", conjugate, ""},
                              {"__round__", round_method, "ndigits=None, /"},
                              {"__trunc__", trunc_method, ""},
                              {"__floor__", floor_method, ""},
                              {"__ceil__", ceil_method, ""},
                              {"__format__", format_method, "format_spec, /"},
                              {"__getnewargs__", getnewargs, ""},
                              {}};
const GetSetDef kGetSet[] = {{"real", get_real}, {"imag", get_imag}, {}};

}  // namespace

constinit Type float_type = [] {
  Type t = static_type("float", sizeof(FloatInstance), kBase | kSubFloat);
  t.dealloc = float_dealloc;
  t.new_ = float_new;
  t.repr = repr_slot;
  t.hash = hash_slot;
  t.compare = compare_slot;
  t.truth = truth_slot;
  t.to_int = int_slot;
  t.to_float = pos_slot;
  t.absolute = abs_slot;
  t.divmod = divmod_slot;
  const auto set = [&](BinaryOp op, BinaryFn fn) { t.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, binary_slot<BinaryOp::Mul>);
  set(BinaryOp::TrueDiv, binary_slot<BinaryOp::TrueDiv>);
  set(BinaryOp::FloorDiv, binary_slot<BinaryOp::FloorDiv>);
  set(BinaryOp::Mod, binary_slot<BinaryOp::Mod>);
  set(BinaryOp::Pow, binary_slot<BinaryOp::Pow>);
  t.unary[static_cast<int>(UnaryOp::Neg)] = neg_slot;
  t.unary[static_cast<int>(UnaryOp::Pos)] = pos_slot;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "Convert a string or number to a floating-point number, if possible.";
  return t;
}();

}  // namespace gilbox::py
