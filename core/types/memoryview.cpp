#include "types/memoryview.hpp"

#include <cstring>
#include <new>
#include <string>

#include "base/integer_text.hpp"
#include "runtime/byte_builder.hpp"
#include "types/bytes_kind.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

MemoryView& self_of(Value v) { return *v.as<MemoryView>(); }
bool is_view(Value v) { return v.is_object() && v.object()->type == &memoryview_type; }

bool alive(Thread& t, const MemoryView& view) {
  if (view.buffer) return true;
  (void)raise(t, exc::ValueError, "operation forbidden on released memoryview object");
  return false;
}

bool lend(Thread& t, Value v, Buffer& out) {
  MemoryView& view = self_of(v);
  if (!alive(t, view)) return false;
  if (view.stride != view.item_size && view.count > 1) {
    (void)raise(t, exc::BufferError, "memoryview: underlying buffer is not C-contiguous");
    return false;
  }
  out.data = view.data;
  out.length = static_cast<size_t>(view.count * view.item_size);
  out.readonly = view.readonly;
  ++view.lent;
  return true;
}
void end_lending(Value v) { --self_of(v).lent; }

// A view on `object` (for views: on what they look at), still to be told where.
Ref<MemoryView> new_view(Thread& t, Value object) {
  auto view = Ref<MemoryView>::adopt(make<MemoryView>(t, memoryview_type));
  if (!view) return {};
  void* memory = allocate(sizeof(Buffer));
  if (!memory) return (void)raise_memory_error(t), Ref<MemoryView>();
  view->buffer = new (memory) Buffer;
  if (!get_buffer(t, object, *view->buffer)) return {};
  view->data = view->buffer->data;
  view->count = static_cast<int64_t>(view->buffer->length);
  view->stride = view->item_size = 1;
  view->format = 'B';
  view->readonly = view->buffer->readonly;
  return view;
}

Ref<MemoryView> another_view(Thread& t, MemoryView& from) {
  Ref<MemoryView> view = new_view(t, from.buffer->owner);
  if (!view) return {};
  view->data = from.data;
  view->count = from.count;
  view->stride = from.stride;
  view->item_size = from.item_size;
  view->format = from.format;
  view->readonly = from.readonly;
  return view;
}

void drop_buffer(MemoryView& view) {
  if (!view.buffer) return;
  Buffer* buffer = std::exchange(view.buffer, nullptr);
  buffer->~Buffer();
  deallocate(buffer, sizeof(Buffer));
}

void view_dealloc(Object* o) {
  drop_buffer(*static_cast<MemoryView*>(o));
  free_object(o, o->type->instance_size);
}

Var view_new(Thread& t, Type&, const Args& args) {
  Value a[1];
  if (!bind_arguments(t, "memoryview", "object", args, a)) return Var::error();
  return make_memoryview(t, a[0]);
}

void put_content(ByteBuilder& out, const MemoryView& view) {
  if (view.stride == view.item_size) {
    out.put({reinterpret_cast<const char*>(view.data),
             static_cast<size_t>(view.count * view.item_size)});
    return;
  }
  for (int64_t i = 0; i < view.count; ++i)
    out.put({reinterpret_cast<const char*>(view.data + i * view.stride), view.item_size});
}

Var view_repr(Thread& t, Value v) {
  char buffer[base::kIntegerTextBytes];
  const std::string_view address =
      base::write_unsigned(reinterpret_cast<uintptr_t>(v.object()), 16, buffer);
  return format_text(t, self_of(v).buffer ? "<memory at 0x%.*s>" : "<released memory at 0x%.*s>",
                     static_cast<int>(address.size()), address.data())
      .var();
}

int64_t view_length(Thread& t, Value v) { return alive(t, self_of(v)) ? self_of(v).count : -1; }

uint8_t* item_at(Thread& t, MemoryView& view, Value key) {
  int64_t i;
  if (!to_index(t, key, i)) return nullptr;
  if (i < 0) i += view.count;
  if (i >= 0 && i < view.count) return view.data + i * view.stride;
  (void)raise(t, exc::IndexError, "index out of bounds on dimension 1");
  return nullptr;
}

Ref<MemoryView> sliced(Thread& t, MemoryView& view, Value key) {
  SliceRange range;
  if (!slice_range(t, *key.as<Slice>(), view.count, range)) return {};
  Ref<MemoryView> out = another_view(t, view);
  if (!out) return {};
  out->data = view.data + range.start * view.stride;
  out->count = range.count;
  out->stride = view.stride * range.step;
  return out;
}

Var view_get_item(Thread& t, Value v, Value key) {
  MemoryView& view = self_of(v);
  if (!alive(t, view)) return Var::error();
  if (is_slice(key)) return sliced(t, view, key).var();
  if (!type_of(key)->index) return raise(t, exc::TypeError, "memoryview: invalid slice key");
  const uint8_t* at = item_at(t, view, key);
  return at ? read_item(t, at, view.format) : Var::error();
}

bool view_set_item(Thread& t, Value v, Value key, Value item) {
  MemoryView& view = self_of(v);
  const auto refuse = [&](Type& type, const char* message) {
    (void)raise(t, type, "%s", message);
    return false;
  };
  if (!alive(t, view)) return false;
  if (view.readonly) return refuse(exc::TypeError, "cannot modify read-only memory");
  if (item.is_unbound()) return refuse(exc::TypeError, "cannot delete memory");
  if (is_slice(key)) {
    Ref<MemoryView> target = sliced(t, view, key);
    if (!target) return false;
    ByteBuilder copy(t);  // the source may be the same memory
    char format = 'B';
    if (is_view(item)) {
      if (!alive(t, self_of(item))) return false;
      put_content(copy, self_of(item));
      format = self_of(item).format;
    } else {
      Buffer source;
      if (!get_buffer(t, item, source)) return false;
      copy.put(source.view());
    }
    if (copy.failed()) return false;
    const std::string_view bytes = copy.view();
    if (format != view.format ||
        static_cast<int64_t>(bytes.size()) != target->count * target->item_size)
      return refuse(exc::ValueError,
                    "memoryview assignment: lvalue and rvalue have different structures");
    for (int64_t i = 0; i < target->count; ++i)
      std::memcpy(target->data + i * target->stride, bytes.data() + i * target->item_size,
                  target->item_size);
    return true;
  }
  if (!type_of(key)->index) return refuse(exc::TypeError, "memoryview: invalid slice key");
  uint8_t* at = item_at(t, view, key);
  return at && write_item(t, at, view.format, item, "memoryview");
}

Var view_compare(Thread& t, Value a, Value b, CompareOp op) {
  if (op != CompareOp::EQ && op != CompareOp::NE) return Var::not_implemented();
  if (!is_view(a)) std::swap(a, b);
  if (!has_buffer(b)) return Var::not_implemented();
  MemoryView& x = self_of(a);
  if (!x.buffer || (is_view(b) && !self_of(b).buffer))
    return Var::boolean((a == b) == (op == CompareOp::EQ));
  ByteBuilder left_copy(t), right_copy(t);
  char format = 'B';
  if (is_view(b)) {
    put_content(right_copy, self_of(b));
    format = self_of(b).format;
  } else {
    Buffer buffer;
    if (!get_buffer(t, b, buffer)) return Var::error();
    right_copy.put(buffer.view());
  }
  put_content(left_copy, x);
  if (left_copy.failed() || right_copy.failed()) return Var::error();
  const std::string_view right = right_copy.view();
  bool same;
  if (format == x.format && format != 'f' && format != 'd') {
    same = left_copy.view() == right;
  } else {
    const auto size = static_cast<int64_t>(item_size_of(format));
    same = static_cast<int64_t>(right.size()) == x.count * size;
    for (int64_t i = 0; same && i < x.count; ++i) {
      GILBOX_TRY(left_item, read_item(t, x.data + i * x.stride, x.format));
      GILBOX_TRY(right_item,
                 read_item(t, reinterpret_cast<const uint8_t*>(right.data()) + i * size, format));
      const int r = compare_bool(t, left_item, right_item, CompareOp::EQ);
      if (r < 0) return Var::error();
      same = r;
    }
  }
  return Var::boolean(same == (op == CompareOp::EQ));
}

bool view_hash(Thread& t, Value v, int64_t& out) {
  MemoryView& view = self_of(v);
  if (!alive(t, view)) return false;
  if (!view.readonly) {
    (void)raise(t, exc::ValueError, "cannot hash writable memoryview object");
    return false;
  }
  ByteBuilder copy(t);
  put_content(copy, view);
  Ref<Bytes> bytes = copy.finish();
  return bytes && hash(t, bytes.value(), out);
}

Var tobytes(Thread& t, Value self, const Value*) {
  if (!alive(t, self_of(self))) return Var::error();
  ByteBuilder out(t);
  put_content(out, self_of(self));
  return out.finish().var();
}

Var tolist(Thread& t, Value self, const Value*) {
  MemoryView& view = self_of(self);
  if (!alive(t, view)) return Var::error();
  Ref<List> out = make_list(t);
  if (!out) return Var::error();
  for (int64_t i = 0; i < view.count; ++i) {
    GILBOX_TRY(item, read_item(t, view.data + i * view.stride, view.format));
    if (!list_append(t, *out, item)) return Var::error();
  }
  return std::move(out).var();
}

Var hex(Thread& t, Value self, const Value* a) {
  if (!alive(t, self_of(self))) return Var::error();
  ByteBuilder copy(t);
  put_content(copy, self_of(self));
  return copy.failed() ? Var::error() : hex_text(t, copy.view(), a[0], a[1]).var();
}

Var release_view(Thread& t, Value self, const Value*) {
  MemoryView& view = self_of(self);
  if (view.lent)
    return raise(t, exc::BufferError, "memoryview has %u exported buffer%s", view.lent,
                 view.lent == 1 ? "" : "s");
  drop_buffer(view);
  return Var::none();
}
Var enter(Thread& t, Value self, const Value*) {
  return alive(t, self_of(self)) ? Var(self) : Var::error();
}
Var leave(Thread& t, Value self, const Args&) { return release_view(t, self, nullptr); }

Var toreadonly(Thread& t, Value self, const Value*) {
  if (!alive(t, self_of(self))) return Var::error();
  Ref<MemoryView> out = another_view(t, self_of(self));
  if (out) out->readonly = true;
  return std::move(out).var();
}

Var cast(Thread& t, Value self, const Value* a) {
  MemoryView& view = self_of(self);
  if (!alive(t, view)) return Var::error();
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "cast() argument 'format' must be str, not %T", a[0]);
  const Utf8 text(*a[0].as<Str>());
  std::string_view name = text.view();
  if (name.size() == 2 && name[0] == '@') name.remove_prefix(1);
  const int size = name.size() == 1 ? item_size_of(name[0]) : 0;
  if (size == 0)
    return raise(t, exc::ValueError,
                 "memoryview: destination format must be a native single character format "
                 "prefixed with an optional '@'");
  if (!a[1].is_unbound())
    return raise(t, exc::NotImplementedError,
                 "memoryview.cast: shapes are not supported by gilbox");
  if (view.stride != view.item_size)
    return raise(t, exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
  const auto bytes = [](char f) { return f == 'B' || f == 'b' || f == 'c'; };
  if (!bytes(view.format) && !bytes(name[0]))
    return raise(t, exc::TypeError, "memoryview: cannot cast between two non-byte formats");
  const int64_t length = view.count * view.item_size;
  if (length % size)
    return raise(t, exc::TypeError, "memoryview: length is not a multiple of itemsize");
  Ref<MemoryView> out = another_view(t, view);
  if (!out) return Var::error();
  out->format = name[0];
  out->item_size = static_cast<uint8_t>(size);
  out->stride = size;
  out->count = length / size;
  return std::move(out).var();
}

template <class F>
Var attribute(Thread& t, Value self, F&& value) {
  return alive(t, self_of(self)) ? value(self_of(self)) : Var::error();
}
Var one_tuple(Thread& t, int64_t i) {
  const Value items[1] = {Value::small(i)};
  return make_tuple(t, items, 1).var();
}
Var get_obj(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView& m) { return m.buffer->owner; });
}
Var get_nbytes(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView& m) { return Var::small(m.count * m.item_size); });
}
Var get_readonly(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView& m) { return Var::boolean(m.readonly); });
}
Var get_format(Thread& t, Value v) {
  return attribute(t, v, [&](MemoryView& m) {
    return make_character(t, static_cast<unsigned char>(m.format)).var();
  });
}
Var get_itemsize(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView& m) { return Var::small(m.item_size); });
}
Var get_ndim(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView&) { return Var::small(1); });
}
Var get_shape(Thread& t, Value v) {
  return attribute(t, v, [&](MemoryView& m) { return one_tuple(t, m.count); });
}
Var get_strides(Thread& t, Value v) {
  return attribute(t, v, [&](MemoryView& m) { return one_tuple(t, m.stride); });
}
Var get_suboffsets(Thread& t, Value v) {
  return attribute(t, v, [](MemoryView&) { return Var(Value::object(empty_tuple())); });
}
Var get_contiguous(Thread& t, Value v) {
  return attribute(
      t, v, [](MemoryView& m) { return Var::boolean(m.stride == m.item_size || m.count < 2); });
}

const NativeDef kMethods[] = {{"tobytes", tobytes, "order='C'"},
                              {"tolist", tolist, ""},
                              {"hex", hex, "sep=None, bytes_per_sep=1"},
                              {"release", release_view, ""},
                              {"toreadonly", toreadonly, ""},
                              {"cast", cast, "format, shape=None"},
                              {"__enter__", enter, ""},
                              {"__exit__", leave},
                              {}};
const GetSetDef kGetSet[] = {{"obj", get_obj},
                             {"nbytes", get_nbytes},
                             {"readonly", get_readonly},
                             {"format", get_format},
                             {"itemsize", get_itemsize},
                             {"ndim", get_ndim},
                             {"shape", get_shape},
                             {"strides", get_strides},
                             {"suboffsets", get_suboffsets},
                             {"c_contiguous", get_contiguous},
                             {"f_contiguous", get_contiguous},
                             {"contiguous", get_contiguous},
                             {}};

}  // namespace

Var make_memoryview(Thread& t, Value object) {
  // No view exists before the first one is made: here its kind of lending becomes known.
  register_buffer(memoryview_type, lend, end_lending);
  if (!has_buffer(object))
    return raise(t, exc::TypeError, "memoryview: a bytes-like object is required, not '%T'",
                 object);
  if (is_view(object)) {
    if (!alive(t, self_of(object))) return Var::error();
    return another_view(t, self_of(object)).var();
  }
  return new_view(t, object).var();
}

constinit Type memoryview_type = [] {
  Type t = static_type("memoryview", sizeof(MemoryView), 0);
  t.dealloc = view_dealloc;
  t.new_ = view_new;
  t.repr = view_repr;
  t.hash = view_hash;
  t.compare = view_compare;
  t.length = view_length;
  t.get_item = view_get_item;
  t.set_item = view_set_item;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "Create a new memoryview object which references the given object.";
  return t;
}();

}  // namespace gilbox::py
