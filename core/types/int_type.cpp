// int: operators and methods. Arithmetic is runtime/int*.cpp, making ints of text is int_new.cpp.
#include "types/int_type.hpp"

#include "runtime/big_int.hpp"
#include "runtime/type_of.hpp"
#include "types/format_spec.hpp"

namespace gilbox::py {

namespace {

template <BinaryOp kOp>
Var binary_slot(Thread& t, Value a, Value b) {
  if (!is_int(a) || !is_int(b)) return Var::not_implemented();
  return int_binary(t, kOp, a, b);
}
Var divmod_slot(Thread& t, Value a, Value b) {
  if (!is_int(a) || !is_int(b)) return Var::not_implemented();
  return int_divmod(t, a, b);
}
template <UnaryOp kOp>
Var unary_slot(Thread& t, Value a) {
  return int_unary(t, kOp, a);
}
Var plain(Thread&, Value a) { return Var(int_value(a)); }

Var to_float_slot(Thread& t, Value a) {
  double d;
  return int_to_double(t, a, d) ? Var::real(d) : Var::error();
}

int truth_slot(Thread&, Value a) { return int_sign(a) != 0; }

bool hash_slot(Thread&, Value a, int64_t& out) {
  out = int_hash(a);
  return true;
}

Var repr_slot(Thread& t, Value a) { return int_to_str(t, a).var(); }

Var compare_slot(Thread&, Value a, Value b, CompareOp op) {
  if (!is_int(a) || !is_int(b)) return Var::not_implemented();
  return Var::boolean(order_matches(int_compare(a, b), op));
}

void int_dealloc(Object* o) {
  if (o->type == &int_type) {
    const Int& i = *static_cast<Int*>(o);
    free_object(o, sizeof(Int) + sizeof(mp_digit) * static_cast<size_t>(i.used));
  } else {
    release(static_cast<IntInstance*>(o)->value);
    free_object(o, o->type->instance_size);
  }
}

Var bit_length(Thread&, Value self, const Value*) { return Var::small(int_bit_length(self)); }

Var bit_count(Thread&, Value self, const Value*) {
  BigView view(int_value(self));
  int64_t count = 0;
  for (int i = 0; i < view->used; ++i)
    count += __builtin_popcountll(static_cast<uint64_t>(view->dp[i]));
  return Var::small(count);
}

Var conjugate(Thread&, Value self, const Value*) { return Var(int_value(self)); }

Var as_integer_ratio(Thread& t, Value self, const Value*) {
  const Value pair[2] = {int_value(self), Value::small(1)};
  return make_tuple(t, pair, 2).var();
}

Var is_integer(Thread&, Value, const Value*) { return Var::boolean(true); }

Var format_method(Thread& t, Value self, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "__format__() argument must be str, not %T", a[0]);
  const Str& spec = *a[0].as<Str>();
  if (spec.length == 0) return str(t, self).var();
  return format_int(t, self, spec).var();
}

Var round_method(Thread& t, Value self, const Value* a) {
  const Value v = int_value(self);
  if (a[0].is_unbound() || a[0].is_none()) return Var(v);
  GILBOX_TRY(digits, index_of(t, a[0]));
  if (int_sign(digits) >= 0) return Var(v);
  // To a multiple of 10**-digits, half to even.
  GILBOX_TRY(places, int_unary(t, UnaryOp::Neg, digits));
  if (!int_value(places).is_small() || int_value(places).small() > int_bit_length(v))
    return Var::small(0);
  GILBOX_TRY(unit, int_power(t, Value::small(10), int_value(places)));
  GILBOX_TRY(rest, int_binary(t, BinaryOp::Mod, v, unit));  // 0 … unit - 1
  GILBOX_TRY(low, int_binary(t, BinaryOp::Sub, v, rest));
  GILBOX_TRY(dual, int_binary(t, BinaryOp::Mul, rest, Value::small(2)));
  const int order = int_compare(dual, unit);
  bool up = order > 0;
  if (order == 0) {
    GILBOX_TRY(quotient, int_binary(t, BinaryOp::FloorDiv, low, unit));
    GILBOX_TRY(odd, int_binary(t, BinaryOp::And, quotient, Value::small(1)));
    up = int_sign(odd) != 0;
  }
  return up ? int_binary(t, BinaryOp::Add, low, unit) : low;
}

Var get_numerator(Thread&, Value self) { return Var(int_value(self)); }
Var get_denominator(Thread&, Value) { return Var::small(1); }
Var get_imag(Thread&, Value) { return Var::small(0); }

Var getnewargs(Thread& t, Value self, const Value*) {
  const Value items[1] = {int_value(self)};
  return make_tuple(t, items, 1).var();
}
Var sizeof_method(Thread&, Value self, const Value*) {
  const Value v = int_value(self);
  if (!v.is_object()) return Var::small(28);
  return Var::small(24 + 4 * ((int_bit_length(v) + 29) / 30));
}
Var truncated(Thread&, Value self, const Value*) { return Var(int_value(self)); }

const NativeDef kMethods[] = {
    {"bit_length", bit_length, ""},
    {"bit_count", bit_count, ""},
    {"conjugate", conjugate, ""},
    {"as_integer_ratio", as_integer_ratio, ""},
    {"is_integer", is_integer, ""},
    {"to_bytes", int_to_bytes, "length=1, byteorder='big', *, signed=False"},
    {"from_bytes", int_from_bytes, "bytes, byteorder='big', *, signed=False", nullptr,
     NativeKind::Class},
    {"__format__", format_method, "format_spec, /"},
    {"__round__", round_method, "ndigits=None, /"},
    {"__trunc__", truncated, ""},
    {"__floor__", truncated, ""},
    {"__ceil__", truncated, ""},
    {"__getnewargs__", getnewargs, ""},
    {"__sizeof__", sizeof_method, ""},
    {}};
const GetSetDef kGetSet[] = {{"real", get_numerator},
                             {"imag", get_imag},
                             {"numerator", get_numerator},
                             {"denominator", get_denominator},
                             {}};

constexpr Type number_slots(const char* name, uint32_t flags) {
  Type t = static_type(name, sizeof(Int) > sizeof(IntInstance) ? sizeof(Int) : sizeof(IntInstance),
                       flags);
  t.dealloc = int_dealloc;
  t.hash = hash_slot;
  t.compare = compare_slot;
  t.truth = truth_slot;
  t.to_int = t.index = plain;
  t.to_float = to_float_slot;
  t.absolute = int_absolute;
  t.divmod = divmod_slot;
  const auto set = [&](BinaryOp op, BinaryFn fn) { t.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, binary_slot<BinaryOp::Mul>);
  set(BinaryOp::TrueDiv, binary_slot<BinaryOp::TrueDiv>);
  set(BinaryOp::FloorDiv, binary_slot<BinaryOp::FloorDiv>);
  set(BinaryOp::Mod, binary_slot<BinaryOp::Mod>);
  set(BinaryOp::Pow, binary_slot<BinaryOp::Pow>);
  set(BinaryOp::LShift, binary_slot<BinaryOp::LShift>);
  set(BinaryOp::RShift, binary_slot<BinaryOp::RShift>);
  set(BinaryOp::And, binary_slot<BinaryOp::And>);
  set(BinaryOp::Or, binary_slot<BinaryOp::Or>);
  set(BinaryOp::Xor, binary_slot<BinaryOp::Xor>);
  t.unary[static_cast<int>(UnaryOp::Neg)] = unary_slot<UnaryOp::Neg>;
  t.unary[static_cast<int>(UnaryOp::Pos)] = unary_slot<UnaryOp::Pos>;
  t.unary[static_cast<int>(UnaryOp::Invert)] = unary_slot<UnaryOp::Invert>;
  return t;
}

}  // namespace

constinit Type int_type = [] {
  Type t = number_slots("int", kBase | kSubInt);
  t.repr = repr_slot;
  t.new_ = int_new;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc =
      "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
      "Convert a number or string to an integer, or return 0 if no arguments\n"
      "are given.  If x is a number, return x.__int__().  For floating-point\n"
      "numbers, this truncates towards zero.\n\n"
      "If x is not a number or if base is given, then x must be a string,\n"
      "bytes, or bytearray instance representing an integer literal in the\n"
      "given base.  The literal can be preceded by '+' or '-' and be surrounded\n"
      "by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
      "Base 0 means to interpret the base from the string as an integer literal.\n"
      ">>> int('0b100', base=0)\n4";
  return t;
}();

}  // namespace gilbox::py
