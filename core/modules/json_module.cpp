// _json: what module json needs fast.
#include "modules/json.hpp"
#include "modules/module_def.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

bool text_and_place(Thread& t, const Value* a, uint32_t& at) {
  int64_t index;
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "first argument must be a string, not %T", a[0]), false;
  if (!to_index(t, a[1], index)) return false;
  if (index < 0) return raise(t, exc::ValueError, "idx cannot be negative"), false;
  at = static_cast<uint32_t>(index > UINT32_MAX ? UINT32_MAX : index);
  return true;
}
Var with_end(Thread& t, Var v, uint32_t end) {
  if (v.failed()) return v;
  Value pair[] = {v, Value::small(end)};
  return make_tuple(t, pair, 2).var();
}

Var decode(Thread& t, Value, const Value* a) {
  uint32_t at;
  int strict = truth(t, a[2]);
  if (strict < 0 || !text_and_place(t, a, at)) return Var::error();
  json::DecodeOptions options{strict > 0, a[3], a[4], a[5], a[6], a[7]};
  // The plain types need no call.
  if (options.parse_float == Value::object(&float_type)) options.parse_float = Value::none();
  if (options.parse_int == Value::object(&int_type)) options.parse_int = Value::none();
  if (at > a[0].as<Str>()->length)
    return json::raise_decode_error(t, "Expecting value", *a[0].as<Str>(), at);
  Var v = json::decode(t, *a[0].as<Str>(), at, options);
  return with_end(t, std::move(v), at);
}
Var scanstring(Thread& t, Value, const Value* a) {
  uint32_t at;
  int strict = a[2].is_unbound() ? 1 : truth(t, a[2]);
  if (strict < 0 || !text_and_place(t, a, at)) return Var::error();
  if (at > a[0].as<Str>()->length) return raise(t, exc::ValueError, "end is out of bounds");
  Var v = json::decode_string(t, *a[0].as<Str>(), at, strict > 0);
  return with_end(t, std::move(v), at);
}

Var encode(Thread& t, Value, const Value* a) {
  bool flags[5];
  for (int i = 0; i < 5; ++i) {
    int yes = truth(t, a[2 + i]);
    if (yes < 0) return Var::error();
    flags[i] = yes > 0;
  }
  for (int i = 8; i < 10; ++i)
    if (!is_str(a[i]))
      return raise(t, exc::TypeError, "make_encoder() separators must be str, not %T", a[i]);
  if (!a[7].is_none() && !is_str(a[7]))
    return raise(t, exc::TypeError, "make_encoder() indent must be str or None, not %T", a[7]);
  json::EncodeOptions options{a[1],     flags[0], flags[1],       flags[2],      flags[3],
                              flags[4], a[7],     a[8].as<Str>(), a[9].as<Str>()};
  return json::encode(t, a[0], options);
}

template <bool Ascii>
Var encode_text(Thread& t, Value, const Value* a) {
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "first argument must be a string, not %T", a[0]);
  StrBuilder out(t);
  json::put_string(out, *a[0].as<Str>(), Ascii);
  return out.finish().var();
}

const NativeDef kFunctions[] = {
    {"decode", decode,
     "string, idx, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, "
     "/"},
    {"scanstring", scanstring, "string, end, strict=True, /"},
    {"encode", encode,
     "o, default, ensure_ascii, check_circular, allow_nan, sort_keys, skipkeys, indent, "
     "key_separator, item_separator, /"},
    {"encode_basestring", encode_text<false>, "string, /"},
    {"encode_basestring_ascii", encode_text<true>, "string, /"},
    {},
};

}  // namespace

extern const ModuleDef _json_module;
const ModuleDef _json_module = {"_json", kFunctions, nullptr};

}  // namespace gilbox::py
