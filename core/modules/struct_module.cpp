// _struct: values to packed bytes and back (Library Reference, "struct").
#include <new>

#include "modules/module_def.hpp"
#include "modules/struct_layout.hpp"
#include "runtime/gc.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

using structs::Layout;
using structs::raise_struct_error;

struct StructObject : Object {
  Value format;    // Str, owned
  Layout* layout;  // owned
};
struct UnpackIterator : Object {
  Value owner, data;  // the Struct, the bytes-like object; owned
  uint32_t at;
};
extern Type struct_type, unpack_iterator_type;

Var pack_values(Thread& t, const Layout& layout, const Args& args, uint32_t from) {
  const uint32_t given = args.count - from;
  if (given != layout.values())
    return raise_struct_error(
        t, format_text(t, "pack expected %u items for packing (got %u)", layout.values(), given));
  Ref<Bytes> out = make_bytes_uninitialised(t, layout.size());
  if (!out || !layout.pack(t, args.values + from, out->data)) return Var::error();
  return std::move(out).var();
}

Var unpack_from_buffer(Thread& t, const Layout& layout, Value data) {
  Buffer b;
  if (!get_buffer(t, data, b)) return Var::error();
  if (b.length != layout.size())
    return raise_struct_error(t, format_text(t, "unpack requires a buffer of %lld bytes",
                                             static_cast<long long>(layout.size())));
  return layout.unpack(t, b.data);
}

// Where `offset` is in a buffer that must hold size more bytes; false: struct.error in the words of
// `packs`.
bool place(Thread& t, const Buffer& b, int64_t& offset, size_t size, bool packs) {
  const auto length = static_cast<int64_t>(b.length), need = static_cast<int64_t>(size);
  Ref<Str> words;
  if (offset < 0) {
    if (offset + need > 0)
      words = format_text(t,
                          packs ? "no space to pack %lld bytes at offset %lld"
                                : "not enough data to unpack %lld bytes at offset %lld",
                          static_cast<long long>(need), static_cast<long long>(offset));
    else if (offset + length < 0)
      words = format_text(t, "offset %lld out of range for %lld-byte buffer",
                          static_cast<long long>(offset), static_cast<long long>(length));
    else
      return offset += length, true;
    return raise_struct_error(t, std::move(words)), false;
  }
  if (length - offset >= need) return true;
  words = format_text(
      t,
      packs ? "pack_into requires a buffer of at least %lld bytes for packing %lld bytes at offset "
              "%lld (actual buffer size is %lld)"
            : "unpack_from requires a buffer of at least %lld bytes for unpacking %lld bytes at "
              "offset %lld (actual buffer size is %lld)",
      static_cast<long long>(need + offset), static_cast<long long>(need),
      static_cast<long long>(offset), static_cast<long long>(length));
  return raise_struct_error(t, std::move(words)), false;
}

Var unpack_at(Thread& t, const Layout& layout, Value data, Value where) {
  Buffer b;
  int64_t offset = 0;
  if (!get_buffer(t, data, b) || (!where.is_unbound() && !to_index(t, where, offset)))
    return Var::error();
  return place(t, b, offset, layout.size(), false) ? layout.unpack(t, b.data + offset)
                                                   : Var::error();
}

// args[from]: buffer, args[from + 1]: offset, then the values.
Var pack_into_buffer(Thread& t, const Layout& layout, const Args& args, uint32_t from) {
  if (args.count < from + 2)
    return raise_struct_error(
        t, make_ascii(t, args.count <= from ? "pack_into expected buffer argument"
                                            : "pack_into expected offset argument"));
  const uint32_t given = args.count - from - 2;
  if (given != layout.values())
    return raise_struct_error(t, format_text(t, "pack_into expected %u items for packing (got %u)",
                                             layout.values(), given));
  Buffer b;
  int64_t offset;
  if (!get_buffer(t, args[from], b)) return Var::error();
  if (b.readonly)
    return raise(t, exc::TypeError, "argument must be read-write bytes-like object, not %T",
                 args[from]);
  if (!to_index(t, args[from + 1], offset) || !place(t, b, offset, layout.size(), true))
    return Var::error();
  return layout.pack(t, args.values + from + 2, b.data + offset) ? Var::none() : Var::error();
}

Var make_struct(Thread& t, Type& type, Value format) {
  auto* s = static_cast<StructObject*>(new_object(t, type, type.instance_size));
  if (!s) return Var::error();
  Var owned = Var::adopt(Value::object(s));
  s->format = Value();
  s->layout = new Layout;
  if (!s->layout->parse(t, format)) return Var::error();
  if (is_str(format)) {
    retain(format);
    s->format = format;
  } else {
    s->format = make_str(t, {reinterpret_cast<const char*>(format.as<Bytes>()->data),
                             format.as<Bytes>()->size})
                    .var()
                    .take();
  }
  return owned;
}

Var iterate(Thread& t, Value s, Value data) {
  const Layout& layout = *s.as<StructObject>()->layout;
  Buffer b;
  if (!get_buffer(t, data, b)) return Var::error();
  if (!layout.size())
    return raise_struct_error(t,
                              make_ascii(t, "cannot iteratively unpack with a struct of length 0"));
  if (b.length % layout.size())
    return raise_struct_error(
        t, format_text(t, "iterative unpacking requires a buffer of a multiple of %lld bytes",
                       static_cast<long long>(layout.size())));
  auto* it = make<UnpackIterator>(t, unpack_iterator_type);
  if (!it) return Var::error();
  retain(s);
  retain(data);
  it->owner = s;
  it->data = data;
  return Var::adopt(Value::object(it));
}
Var iterator_next(Thread& t, Value v) {
  auto& it = *v.as<UnpackIterator>();
  const Layout& layout = *it.owner.as<StructObject>()->layout;
  Buffer b;
  if (!get_buffer(t, it.data, b)) return Var::error();
  if (it.at + layout.size() > b.length) return Var::unbound();
  Var row = layout.unpack(t, b.data + it.at);
  it.at += static_cast<uint32_t>(layout.size());
  return row;
}
Var length_hint(Thread& t, Value v, const Value*) {
  auto& it = *v.as<UnpackIterator>();
  Buffer b;
  if (!get_buffer(t, it.data, b)) return Var::error();
  return Var::small(
      static_cast<int64_t>((b.length - it.at) / it.owner.as<StructObject>()->layout->size()));
}
void iterator_traverse(Object* o, Visitor& visit) {
  visit(static_cast<UnpackIterator*>(o)->owner);
  visit(static_cast<UnpackIterator*>(o)->data);
}
void iterator_dealloc(Object* o) {
  release(static_cast<UnpackIterator*>(o)->owner);
  release(static_cast<UnpackIterator*>(o)->data);
  free_object(o, sizeof(UnpackIterator));
}

// ---- Struct
const Layout& layout_of(Value v) { return *v.as<StructObject>()->layout; }
Var struct_new(Thread& t, Type& type, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "Struct", "format", args, a)) return Var::error();
  return make_struct(t, type, a[0]);
}
Var struct_pack(Thread& t, Value v, const Args& args) {
  return pack_values(t, layout_of(v), args, 0);
}
Var struct_pack_into(Thread& t, Value v, const Args& args) {
  return pack_into_buffer(t, layout_of(v), args, 0);
}
Var struct_unpack(Thread& t, Value v, const Value* a) {
  return unpack_from_buffer(t, layout_of(v), a[0]);
}
Var struct_unpack_from(Thread& t, Value v, const Value* a) {
  return unpack_at(t, layout_of(v), a[0], a[1]);
}
Var struct_iter_unpack(Thread& t, Value v, const Value* a) { return iterate(t, v, a[0]); }
Var struct_format(Thread&, Value v, const Value*) { return Var(v.as<StructObject>()->format); }
Var struct_size(Thread&, Value v, const Value*) {
  return Var::small(static_cast<int64_t>(layout_of(v).size()));
}
Var struct_repr(Thread& t, Value v) {
  return format_text(t, "Struct(%R)", v.as<StructObject>()->format).var();
}
void struct_dealloc(Object* o) {
  auto* s = static_cast<StructObject*>(o);
  delete s->layout;
  release(s->format);
  free_object(o, o->type->instance_size);
}
const NativeDef kStructMethods[] = {
    {"pack", struct_pack},
    {"pack_into", struct_pack_into},
    {"unpack", struct_unpack, "buffer, /"},
    {"unpack_from", struct_unpack_from, "buffer, offset=0"},
    {"iter_unpack", struct_iter_unpack, "buffer, /"},
    {"format", struct_format, "", nullptr, NativeKind::Property},
    {"size", struct_size, "", nullptr, NativeKind::Property},
    {},
};
const NativeDef kIteratorMethods[] = {{"__length_hint__", length_hint, ""}, {}};
Type struct_type = [] {
  Type t = static_type("_struct.Struct", sizeof(StructObject), kBase);
  t.new_ = struct_new;
  t.repr = struct_repr;
  t.dealloc = struct_dealloc;
  t.methods = kStructMethods;
  return t;
}();
Type unpack_iterator_type = [] {
  Type t = static_type("_struct.unpack_iterator", sizeof(UnpackIterator), kGc);
  t.iter = [](Thread&, Value v) { return Var(v); };
  t.next = iterator_next;
  t.traverse = iterator_traverse;
  t.dealloc = iterator_dealloc;
  t.methods = kIteratorMethods;
  return t;
}();

// ---- functions, with the format first
Var pack(Thread& t, Value, const Args& args) {
  Layout layout;
  if (!args.count) return raise(t, exc::TypeError, "missing format argument");
  return layout.parse(t, args[0]) ? pack_values(t, layout, args, 1) : Var::error();
}
Var pack_into(Thread& t, Value, const Args& args) {
  Layout layout;
  if (!args.count) return raise(t, exc::TypeError, "missing format argument");
  return layout.parse(t, args[0]) ? pack_into_buffer(t, layout, args, 1) : Var::error();
}
Var unpack(Thread& t, Value, const Value* a) {
  Layout layout;
  return layout.parse(t, a[0]) ? unpack_from_buffer(t, layout, a[1]) : Var::error();
}
Var unpack_from(Thread& t, Value, const Value* a) {
  Layout layout;
  return layout.parse(t, a[0]) ? unpack_at(t, layout, a[1], a[2]) : Var::error();
}
Var iter_unpack(Thread& t, Value, const Value* a) {
  GILBOX_TRY(s, make_struct(t, struct_type, a[0]));
  return iterate(t, s, a[1]);
}
Var calcsize(Thread& t, Value, const Value* a) {
  Layout layout;
  return layout.parse(t, a[0]) ? Var::small(static_cast<int64_t>(layout.size())) : Var::error();
}

const NativeDef kFunctions[] = {
    {"pack", pack},
    {"pack_into", pack_into},
    {"unpack", unpack, "format, buffer, /"},
    {"unpack_from", unpack_from, "format, /, buffer, offset=0"},
    {"iter_unpack", iter_unpack, "format, buffer, /"},
    {"calcsize", calcsize, "format, /"},
    {},
};
bool fill(Thread& t, Module& m) {
  return add_type(t, m, struct_type) && ready_type(t, unpack_iterator_type);
}

}  // namespace

extern const ModuleDef _struct_module;
const ModuleDef _struct_module = {"_struct", kFunctions, fill};

}  // namespace gilbox::py
