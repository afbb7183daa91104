// Values to numbers: the conversions natives ask for.
#include "runtime/number.hpp"

#include "runtime/big_int.hpp"
#include "runtime/exception.hpp"
#include "runtime/names.hpp"
#include "runtime/protocol.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

Var make_int(Thread& t, int64_t i) {
  if (i >= Value::kMinSmall && i <= Value::kMaxSmall) return Var::small(i);
  return make_int_wide(t, i);
}

Var make_int_unsigned(Thread& t, uint64_t i) { return make_int_wide(t, i); }

bool is_int(Value v) {
  return v.is_small() || v.is_bool() || (v.is_object() && has_flag(v.object()->type, kSubInt));
}

bool is_float(Value v) {
  return v.is_real() || (v.is_object() && has_flag(v.object()->type, kSubFloat));
}

Value int_value(Value v) {
  if (v.is_small()) return v;
  if (v.is_bool()) return Value::small(v.is_true());
  if (v.object()->type == &int_type) return v;
  return v.as<IntInstance>()->value;
}

double float_value(Value v) { return v.is_real() ? v.real() : v.as<FloatInstance>()->value; }

namespace {

// `v` as an int by __index__; `v` itself when it is one.
Var as_index(Thread& t, Value v) {
  if (is_int(v)) return Var(int_value(v));
  Var i = index_of(t, v);
  if (i.failed()) return i;
  return Var(int_value(i));
}

bool fits(Value i, int64_t& out) {
  if (i.is_small()) {
    out = i.small();
    return true;
  }
  __int128 wide;
  if (!int_wide(i, wide) || wide != static_cast<int64_t>(wide)) return false;
  out = static_cast<int64_t>(wide);
  return true;
}

}  // namespace

bool to_int64(Thread& t, Value v, int64_t& out) {
  if (v.is_small()) {
    out = v.small();
    return true;
  }
  Var i = as_index(t, v);
  if (i.failed()) return false;
  if (fits(i, out)) return true;
  (void)raise(t, exc::OverflowError, "Python int too large to convert to C %s",
              is_int(v) ? "long" : "ssize_t");
  return false;
}

bool to_index(Thread& t, Value v, int64_t& out, bool clip) {
  if (v.is_small()) {
    out = v.small();
    return true;
  }
  Var i = as_index(t, v);
  if (i.failed()) return false;
  if (fits(i, out)) return true;
  if (clip) {
    out = int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    return true;
  }
  (void)raise(t, exc::IndexError, "cannot fit '%T' into an index-sized integer", v);
  return false;
}

bool to_double(Thread& t, Value v, double& out) {
  if (is_float(v)) {
    out = float_value(v);
    return true;
  }
  if (is_int(v)) return int_to_double(t, v, out);
  Var made = call_special(t, v, names::d_float);
  if (made.failed()) return false;
  if (!made.is_unbound()) {
    if (!is_float(made)) {
      (void)raise(t, exc::TypeError, "%T.__float__ returned non-float (type %T)", v, made.get());
      return false;
    }
    out = float_value(made);
    return true;
  }
  if (type_of(v)->index) {
    Var i = index_of(t, v);
    return !i.failed() && int_to_double(t, i, out);
  }
  (void)raise(t, exc::TypeError, "must be real number, not %T", v);
  return false;
}

}  // namespace gilbox::py
