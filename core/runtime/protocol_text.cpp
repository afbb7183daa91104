// repr, str, format; truth and hash.
#include "runtime/protocol.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

Ref<Str> to_text(Thread& t, Var v, const char* what) {
  if (v.failed()) return {};
  if (!is_str(v))
    return raise(t, exc::TypeError, "%s returned non-string (type %T)", what, v.get()), Ref<Str>();
  return Ref<Str>::adopt(static_cast<Str*>(v.take().object()));
}

}  // namespace

Ref<Str> repr(Thread& t, Value v) {
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return {};
  Type* type = fast_type_of(v);
  if (!type->repr) return format_text(t, "<%s object at %p>", type->name, v.object());
  return to_text(t, type->repr(t, v), "__repr__");
}

Ref<Str> str(Thread& t, Value v) {
  if (is_exact_str(v)) return Ref<Str>(v.as<Str>());
  Type* type = fast_type_of(v);
  if (!type->str || type->str == object_type.str) return repr(t, v);
  NativeCall depth(t, NativeCall::kStep);
  if (!depth.ok()) return {};
  return to_text(t, type->str(t, v), "__str__");
}

Ref<Str> ascii(Thread& t, Value v) {
  Ref<Str> text = repr(t, v);
  if (!text || text->is_ascii()) return text;
  StrBuilder out(t);
  constexpr char kHex[] = "0123456789abcdef";
  for (uint32_t i = 0; i < text->length; ++i) {
    uint32_t c = text->at(i);
    if (c < 128) {
      out.put(c);
      continue;
    }
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out.put('\\');
    out.put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out.put(kHex[c >> shift & 15]);
  }
  return out.finish();
}

Ref<Str> format(Thread& t, Value v, Str* spec) {
  if (spec->length == 0) {
    if (is_exact_str(v)) return Ref<Str>(v.as<Str>());
    if (v.is_small()) return str(t, v);
  }
  Value argument = Value::object(spec);
  Var r = call_special(t, v, names::d_format, &argument, 1);
  if (r.failed()) return {};
  if (r.is_unbound())
    return raise(t, exc::TypeError, "Type %T doesn't define __format__", v), Ref<Str>();
  if (!is_str(r))
    return raise(t, exc::TypeError, "__format__ must return a str, not %T", r.get()), Ref<Str>();
  return Ref<Str>::adopt(static_cast<Str*>(r.take().object()));
}

int truth(Thread& t, Value v) {
  if (v.is_bool()) return v.is_true();
  if (v.is_none()) return 0;
  if (v.is_small()) return v.small() != 0;
  if (v.is_real()) return v.real() != 0;
  Type* type = fast_type_of(v);
  if (type->truth) return type->truth(t, v);
  if (type->length) {
    int64_t n = type->length(t, v);
    return n < 0 ? -1 : n > 0;
  }
  return 1;
}

bool hash(Thread& t, Value v, int64_t& out) {
  Type* type = fast_type_of(v);
  if (!type->hash) return hash_not_implemented(t, v, out);
  if (!v.is_object() || is_exact_str(v)) return type->hash(t, v, out);
  NativeCall depth(t, NativeCall::kStep);
  return depth.ok() && type->hash(t, v, out);
}

ReprGuard::ReprGuard(Thread& t, Value v) : t_(t), v_(v), entered_(false) {
  if (!t.repr_stack && !(t.repr_stack = make_list(t).take())) return;
  for (uint32_t i = 0; i < t.repr_stack->size; ++i)
    if (t.repr_stack->items[i] == v) return;
  entered_ = list_append(t, *t.repr_stack, v);
}

ReprGuard::~ReprGuard() {
  if (!entered_) return;
  // Guards nest, but a generator may leave one open: take out the last of ours.
  List& stack = *t_.repr_stack;
  for (uint32_t i = stack.size; i-- > 0;) {
    if (!(stack.items[i] == v_)) continue;
    Var gone = Var::adopt(stack.items[i]);
    for (uint32_t j = i + 1; j < stack.size; ++j) stack.items[j - 1] = stack.items[j];
    --stack.size;
    return;
  }
}

}  // namespace gilbox::py
