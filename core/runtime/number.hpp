// Integers of any size and floats. An int is a small Value (48 bits) or an Int object that does not
// fit one; results are always brought to the small form when they fit, so equal exact ints are
// equal bits or equal Int objects.
#pragma once

#include <string_view>

#include "runtime/type.hpp"

namespace gilbox::py {

// Big integer: sign and magnitude in libtommath's digits.
struct Int : Object {
  int32_t used;  // digits
  int32_t sign;  // 0 positive, 1 negative
  void* digits;  // mp_digit[used]
};
// Instances of Python subclasses of int (bool is not one of them: it is a singleton pair) and
// float.
struct IntInstance : Object {
  Value value;
};
struct FloatInstance : Object {
  double value;
};
struct Complex : Object {
  double real, imag;
};

extern Type int_type, bool_type, float_type, complex_type;

Var make_int(Thread& t, int64_t i);  // small or Int
Var make_int_unsigned(Thread& t, uint64_t i);
Var make_int_from_double(Thread& t, double d);  // truncates; OverflowError/ValueError for inf/nan
Var parse_int(Thread& t, std::string_view text,
              int base);   // digits only, no sign/underscore; for constants. Null error: ValueError
bool is_int(Value v);      // int, bool or a subclass instance
bool is_float(Value v);    // float or a subclass instance
Value int_value(Value v);  // unwraps bool and subclass instances to small or Int object
double float_value(Value v);  // of a float (or subclass)
bool int_to_double(Thread& t, Value v,
                   double& out);  // OverflowError "int too large to convert to float"
// An int as int64. false with OverflowError when it does not fit, TypeError when it is no int (uses
// __index__).
bool to_int64(Thread& t, Value v, int64_t& out);
// For indices: uses __index__, clips to the int64 range instead of raising when `clip`.
bool to_index(Thread& t, Value v, int64_t& out, bool clip = false);
// Number -> double as float() does for arguments of math functions (__float__, __index__).
// TypeError "must be real number, not X".
bool to_double(Thread& t, Value v, double& out);
int int_sign(Value v);
Ref<Str> int_to_str(Thread& t, Value v, int base = 10);

// Arithmetic on any two ints (small, bool or Int), floats, complex: the slow half of the eval
// loop's fast paths.
Var int_binary(Thread& t, BinaryOp op, Value a, Value b);  // both ints; ZeroDivisionError etc.
Var int_unary(Thread& t, UnaryOp op, Value a);
Var int_absolute(Thread& t, Value a);
Var int_divmod(Thread& t, Value a, Value b);  // a tuple
Var int_power_modulo(Thread& t, Value base, Value exponent, Value modulus);
int int_compare(Value a, Value b);
int compare_int_double(Value i, double d);  // exact; d is no NaN
int64_t int_bit_length(Value v);
Var float_binary(Thread& t, BinaryOp op, double a, double b);
double float_floor_divide(double a, double b, double& modulo);  // b is not 0
Var complex_power(Thread& t, double real, double imag, double to_real, double to_imag);
Var make_complex(Thread& t, double real, double imag);

// hash() of numbers: equal numbers have equal hashes, whatever their types.
int64_t int_hash(Value v);
int64_t float_hash(double d);

// An exception with the two arguments of an errno-like error: OverflowError(34, 'Numerical …').
Var raise_numbered(Thread& t, Type& type, int number, const char* text);

// Longest decimal text of an int, in digits; 0: no limit (sys.set_int_max_str_digits).
extern int32_t int_max_str_digits;

}  // namespace gilbox::py
