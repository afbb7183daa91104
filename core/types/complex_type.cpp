// complex: arithmetic, text and methods.
#include <cmath>
#include <string>

#include "base/double_text.hpp"
#include "base/parse_double.hpp"
#include "runtime/type_of.hpp"
#include "types/complex_text.hpp"
#include "types/format_spec.hpp"

namespace gilbox::py {

Var make_complex(Thread& t, double real, double imag) {
  return make_complex_of(t, complex_type, real, imag);
}

Var make_complex_of(Thread& t, Type& type, double real, double imag) {
  auto* c = static_cast<Complex*>(new_object(t, type, type.instance_size));
  if (!c) return Var::error();
  c->real = real;
  c->imag = imag;
  return Var::adopt(Value::object(c));
}

namespace {

struct Parts {
  double re, im;
};

// 1: a number; 0: not one; -1: overflow.
int parts_of(Thread& t, Value v, Parts& out) {
  out.im = 0;
  if (is_complex(v)) {
    out = {v.as<Complex>()->real, v.as<Complex>()->imag};
    return 1;
  }
  if (is_float(v)) {
    out.re = float_value(v);
    return 1;
  }
  if (!is_int(v)) return 0;
  return int_to_double(t, v, out.re) ? 1 : -1;
}

Var divide(Thread& t, Parts a, Parts b) {
  // Scaled by the larger part of the divisor (Smith), as CPython does.
  if (b.re == 0 && b.im == 0) return raise(t, exc::ZeroDivisionError, "complex division by zero");
  if (std::fabs(b.re) >= std::fabs(b.im)) {
    const double ratio = b.im / b.re, denominator = b.re + b.im * ratio;
    return make_complex(t, (a.re + a.im * ratio) / denominator,
                        (a.im - a.re * ratio) / denominator);
  }
  if (std::fabs(b.im) >= std::fabs(b.re)) {
    const double ratio = b.re / b.im, denominator = b.re * ratio + b.im;
    return make_complex(t, (a.re * ratio + a.im) / denominator,
                        (a.im * ratio - a.re) / denominator);
  }
  return make_complex(t, NAN, NAN);
}

Var integer_power(Thread& t, Parts base, int64_t n) {
  Parts out = {1, 0}, square = base;
  for (uint64_t rest = static_cast<uint64_t>(n < 0 ? -n : n); rest != 0; rest >>= 1) {
    if (rest & 1)
      out = {out.re * square.re - out.im * square.im, out.re * square.im + out.im * square.re};
    square = {square.re * square.re - square.im * square.im, 2 * square.re * square.im};
  }
  if (n < 0) return divide(t, {1, 0}, out);
  return make_complex(t, out.re, out.im);
}

template <BinaryOp kOp>
Var binary_slot(Thread& t, Value a, Value b) {
  Parts x, y;
  int r = parts_of(t, a, x);
  if (r == 1) r = parts_of(t, b, y);
  if (r != 1) return r == 0 ? Var::not_implemented() : Var::error();
  switch (kOp) {
    case BinaryOp::Add: return make_complex(t, x.re + y.re, x.im + y.im);
    case BinaryOp::Sub: return make_complex(t, x.re - y.re, x.im - y.im);
    case BinaryOp::Mul:
      return make_complex(t, x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
    case BinaryOp::TrueDiv: return divide(t, x, y);
    default: return complex_power(t, x.re, x.im, y.re, y.im);
  }
}

Var compare_slot(Thread& t, Value a, Value b, CompareOp op) {
  if (op != CompareOp::EQ && op != CompareOp::NE) return Var::not_implemented();
  if (!is_complex(a)) std::swap(a, b);
  const Complex& c = *a.as<Complex>();
  bool same;
  if (is_int(b)) {
    same = c.imag == 0 && c.real == c.real && compare_int_double(b, c.real) == 0;
  } else {
    Parts y;
    if (parts_of(t, b, y) != 1) return Var::not_implemented();
    same = c.real == y.re && c.imag == y.im;
  }
  return Var::boolean(same == (op == CompareOp::EQ));
}

bool hash_slot(Thread&, Value v, int64_t& out) {
  const Complex& c = *v.as<Complex>();
  const uint64_t mixed = static_cast<uint64_t>(float_hash(c.real)) +
                         1000003u * static_cast<uint64_t>(float_hash(c.imag));
  out = static_cast<int64_t>(mixed);
  if (out == -1) out = -2;
  return true;
}

std::string part_text(double d, bool always_sign) {
  base::DoubleFormat format;
  format.always_sign = always_sign;
  return base::double_text(d, format);
}

Var repr_slot(Thread& t, Value v) {
  const Complex& c = *v.as<Complex>();
  if (c.real == 0 && !std::signbit(c.real))
    return make_ascii(t, part_text(c.imag, false) + "j").var();
  return make_ascii(t, "(" + part_text(c.real, false) + part_text(c.imag, true) + "j)").var();
}

Var neg_slot(Thread& t, Value v) {
  return make_complex(t, -v.as<Complex>()->real, -v.as<Complex>()->imag);
}
Var pos_slot(Thread& t, Value v) {
  return make_complex(t, v.as<Complex>()->real, v.as<Complex>()->imag);
}
Var abs_slot(Thread& t, Value v) {
  const Complex& c = *v.as<Complex>();
  const double out = std::hypot(c.real, c.imag);
  if (std::isinf(out) && std::isfinite(c.real) && std::isfinite(c.imag))
    return raise(t, exc::OverflowError, "absolute value too large");
  return Var::real(out);
}
int truth_slot(Thread&, Value v) {
  return v.as<Complex>()->real != 0 || v.as<Complex>()->imag != 0;
}

void complex_dealloc(Object* o) { free_object(o, o->type->instance_size); }

Var conjugate(Thread& t, Value self, const Value*) {
  return make_complex(t, self.as<Complex>()->real, -self.as<Complex>()->imag);
}
Var complex_method(Thread& t, Value self, const Value*) { return pos_slot(t, self); }
Var getnewargs(Thread& t, Value self, const Value*) {
  const Value pair[2] = {Value::real(self.as<Complex>()->real),
                         Value::real(self.as<Complex>()->imag)};
  return make_tuple(t, pair, 2).var();
}
Var format_method(Thread& t, Value self, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__format__() argument must be str, not %T", a[0]);
  const Str& spec = *a[0].as<Str>();
  if (spec.length == 0) return str(t, self).var();
  return format_complex(t, self, spec).var();
}
Var get_real(Thread&, Value v) { return Var::real(v.as<Complex>()->real); }
Var get_imag(Thread&, Value v) { return Var::real(v.as<Complex>()->imag); }

const NativeDef kMethods[] = {{"conjugate", conjugate, ""},
                              {"__complex__", complex_method, ""},
                              {"__format__", format_method, "format_spec, /"},
                              {"__getnewargs__", getnewargs, ""},
                              {}};
const GetSetDef kGetSet[] = {{"real", get_real}, {"imag", get_imag}, {}};

}  // namespace

Var complex_power(Thread& t, double real, double imag, double to_real, double to_imag) {
  if (to_real == 0 && to_imag == 0) return make_complex(t, 1, 0);
  if (real == 0 && imag == 0) {
    if (to_imag != 0 || to_real < 0)
      return raise(t, exc::ZeroDivisionError, "0.0 to a negative or complex power");
    return make_complex(t, 0, 0);
  }
  if (to_imag == 0 && to_real == std::floor(to_real) && std::fabs(to_real) <= 100)
    return integer_power(t, {real, imag}, static_cast<int64_t>(to_real));
  const double magnitude = std::hypot(real, imag), angle = std::atan2(imag, real);
  double length = std::pow(magnitude, to_real), phase = angle * to_real;
  if (to_imag != 0) {
    length *= std::exp(-angle * to_imag);
    phase += to_imag * std::log(magnitude);
  }
  const double re = length * std::cos(phase), im = length * std::sin(phase);
  if (!std::isfinite(re) && std::isfinite(real) && std::isfinite(to_real))
    return raise(t, exc::OverflowError, "complex exponentiation");
  return make_complex(t, re, im);
}

constinit Type complex_type = [] {
  Type t = static_type("complex", sizeof(Complex), kBase);
  t.dealloc = complex_dealloc;
  t.new_ = complex_new;
  t.repr = repr_slot;
  t.hash = hash_slot;
  t.compare = compare_slot;
  t.truth = truth_slot;
  t.absolute = abs_slot;
  const auto set = [&](BinaryOp op, BinaryFn fn) { t.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, binary_slot<BinaryOp::Mul>);
  set(BinaryOp::TrueDiv, binary_slot<BinaryOp::TrueDiv>);
  set(BinaryOp::Pow, binary_slot<BinaryOp::Pow>);
  t.unary[static_cast<int>(UnaryOp::Neg)] = neg_slot;
  t.unary[static_cast<int>(UnaryOp::Pos)] = pos_slot;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "Create a complex number from a string or numbers.";
  return t;
}();

}  // namespace gilbox::py
