// _shared.View: what SharedMemory.buf is; memoryview's interface on a Block.
#include <cstring>

#include "base/integer_text.hpp"
#include "modules/host_wait.hpp"
#include "modules/shared_block.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "types/memoryview.hpp"
#include "types/slice.hpp"

namespace gilbox::py {

namespace {

// Copies lent out as a buffer, and what they were when they were made: the difference is written
// back.
struct Loan {
  Loan* next;
  size_t length;
  uint8_t *bytes, *before;
};

struct View : Object {
  Value block;     // unbound once released
  int64_t offset;  // of the first item
  int64_t count;   // items
  int64_t stride;  // bytes from one item to the next
  Loan* loans;
  uint32_t lent;
  uint8_t item_size;
  char format;
  bool readonly;
};
View& self_of(Value v) { return *v.as<View>(); }
Block& block_of(const View& view) { return *view.block.as<Block>(); }

bool refuse(Thread& t, Type& type, const char* message) {
  (void)raise(t, type, "%s", message);
  return false;
}
bool alive(Thread& t, const View& view) {
  if (!view.block.is_unbound()) return true;
  return refuse(t, exc::ValueError, "operation forbidden on released memoryview object");
}
bool contiguous(const View& view) { return view.stride == view.item_size || view.count < 2; }

bool copy_out(Thread& t, View& view, uint8_t* to) {
  Block& block = block_of(view);
  const auto at = [&](int64_t i) { return static_cast<uint64_t>(view.offset + i * view.stride); };
  if (contiguous(view))
    return block_read(t, block, at(0), to, static_cast<size_t>(view.count) * view.item_size);
  for (int64_t i = 0; i < view.count; ++i)
    if (!block_read(t, block, at(i), to + i * view.item_size, view.item_size)) return false;
  return true;
}

void forget_loans(View& view) {
  while (Loan* loan = view.loans) {
    view.loans = loan->next;
    deallocate(loan->bytes, loan->length);
    deallocate(loan->before, loan->length);
    deallocate(loan, sizeof(Loan));
  }
}

bool lend(Thread& t, Value v, Buffer& out) {
  View& view = self_of(v);
  if (!alive(t, view)) return false;
  const auto length = static_cast<size_t>(view.count) * view.item_size;
  auto* loan = static_cast<Loan*>(allocate(sizeof(Loan)));
  if (!loan) return (void)raise_memory_error(t), false;
  *loan = {view.loans, length + 1, static_cast<uint8_t*>(allocate(length + 1)),
           static_cast<uint8_t*>(allocate(length + 1))};
  view.loans = loan;
  ++view.lent;
  if (!loan->bytes || !loan->before || !copy_out(t, view, loan->bytes)) {
    if (!pending(t)) (void)raise_memory_error(t);
    if (--view.lent == 0) forget_loans(view);
    return false;
  }
  memcpy(loan->before, loan->bytes, length);
  out.data = loan->bytes;
  out.length = length;
  out.readonly = view.readonly || !contiguous(view);
  return true;
}

void end_lending(Value v) {
  View& view = self_of(v);
  if (--view.lent > 0) return;
  const auto length = static_cast<size_t>(view.count) * view.item_size;
  for (Loan* loan = view.loans; loan && !view.block.is_unbound() && !view.readonly;
       loan = loan->next) {
    for (size_t at = 0; at < length; ++at) {
      size_t end = at;
      while (end < length && loan->bytes[end] != loan->before[end]) ++end;
      if (end > at && block_of(view).id != host::ObjectId::none)
        (void)the_host().shared.write_memory(
            block_of(view).id, static_cast<uint64_t>(view.offset) + at,
            {reinterpret_cast<const char*>(loan->bytes) + at, end - at});
      at = end;
    }
  }
  forget_loans(view);
}

void dealloc(Object* o) {
  auto& view = *static_cast<View*>(o);
  forget_loans(view);
  release(view.block);
  free_object(o, o->type->instance_size);
}

Ref<View> another(Thread& t, const View& from) {
  auto view = Ref<View>::adopt(gilbox::py::make<View>(t, shared_view_type));
  if (!view) return view;
  view->block = from.block;
  retain(view->block);
  view->offset = from.offset;
  view->count = from.count;
  view->stride = from.stride;
  view->item_size = from.item_size;
  view->format = from.format;
  view->readonly = from.readonly;
  return view;
}

Ref<View> sliced(Thread& t, const View& view, Value key) {
  SliceRange range;
  if (!slice_range(t, *key.as<Slice>(), view.count, range)) return {};
  Ref<View> out = another(t, view);
  if (!out) return out;
  out->offset = view.offset + range.start * view.stride;
  out->count = range.count;
  out->stride = view.stride * range.step;
  return out;
}

bool place_of(Thread& t, const View& view, Value key, uint64_t& at) {
  int64_t i;
  if (!type_of(key)->index) return refuse(t, exc::TypeError, "memoryview: invalid slice key");
  if (!to_index(t, key, i)) return false;
  if (i < 0) i += view.count;
  if (i < 0 || i >= view.count)
    return refuse(t, exc::IndexError, "index out of bounds on dimension 1");
  at = static_cast<uint64_t>(view.offset + i * view.stride);
  return true;
}

Var item_of(Thread& t, View& view, int64_t i) {
  uint8_t item[8];
  const auto at = static_cast<uint64_t>(view.offset + i * view.stride);
  if (!block_read(t, block_of(view), at, item, view.item_size)) return Var::error();
  return read_item(t, item, view.format);
}

Var view_get_item(Thread& t, Value v, Value key) {
  View& view = self_of(v);
  if (!alive(t, view)) return Var::error();
  if (is_slice(key)) return sliced(t, view, key).var();
  uint64_t at;
  if (!place_of(t, view, key, at)) return Var::error();
  return item_of(t, view, (static_cast<int64_t>(at) - view.offset) / view.stride);
}

bool view_set_item(Thread& t, Value v, Value key, Value item) {
  View& view = self_of(v);
  if (!alive(t, view)) return false;
  if (view.readonly) return refuse(t, exc::TypeError, "cannot modify read-only memory");
  if (item.is_unbound()) return refuse(t, exc::TypeError, "cannot delete memory");
  if (is_slice(key)) {
    Ref<View> target = sliced(t, view, key);
    Buffer source;
    if (!target || !get_buffer(t, item, source)) return false;
    if (static_cast<int64_t>(source.length) != target->count * target->item_size)
      return refuse(t, exc::ValueError,
                    "memoryview assignment: lvalue and rvalue have different structures");
    const size_t step = contiguous(*target) ? source.length : target->item_size;
    for (size_t done = 0, i = 0; done < source.length; done += step, ++i)
      if (!block_write(
              t, block_of(view),
              static_cast<uint64_t>(target->offset + static_cast<int64_t>(i) * target->stride),
              source.data + done, step))
        return false;
    return true;
  }
  uint64_t at;
  uint8_t bytes[8];
  return place_of(t, view, key, at) && write_item(t, bytes, view.format, item, "memoryview") &&
         block_write(t, block_of(view), at, bytes, view.item_size);
}

int64_t view_length(Thread& t, Value v) { return alive(t, self_of(v)) ? self_of(v).count : -1; }

Var view_repr(Thread& t, Value v) {
  char buffer[base::kIntegerTextBytes];
  const std::string_view address =
      base::write_unsigned(reinterpret_cast<uintptr_t>(v.object()), 16, buffer);
  return format_text(
             t,
             self_of(v).block.is_unbound() ? "<released memory at 0x%.*s>" : "<memory at 0x%.*s>",
             static_cast<int>(address.size()), address.data())
      .var();
}

Var tobytes(Thread& t, Value v, const Value*) {
  View& view = self_of(v);
  if (!alive(t, view)) return Var::error();
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(view.count) * view.item_size);
  if (!out || !copy_out(t, view, out->data)) return Var::error();
  return std::move(out).var();
}

Var tolist(Thread& t, Value v, const Value*) {
  View& view = self_of(v);
  if (!alive(t, view)) return Var::error();
  Ref<List> out = make_list(t);
  for (int64_t i = 0; out && i < view.count; ++i) {
    Var item = item_of(t, view, i);
    if (item.failed() || !list_append(t, *out, item)) return Var::error();
  }
  return std::move(out).var();
}

Var view_compare(Thread& t, Value a, Value b, CompareOp op) {
  if ((op != CompareOp::EQ && op != CompareOp::NE) || !has_buffer(a) || !has_buffer(b))
    return Var::not_implemented();
  Buffer x, y;
  if (!get_buffer(t, a, x) || !get_buffer(t, b, y)) return Var::error();
  return Var::boolean((x.view() == y.view()) == (op == CompareOp::EQ));
}

Var release_view(Thread& t, Value v, const Value*) {
  View& view = self_of(v);
  if (view.lent)
    return raise(t, exc::BufferError, "memoryview has %u exported buffer%s", view.lent,
                 view.lent == 1 ? "" : "s");
  release(std::exchange(view.block, Value()));
  return Var::none();
}
Var enter(Thread& t, Value v, const Value*) { return alive(t, self_of(v)) ? Var(v) : Var::error(); }
Var leave(Thread& t, Value v, const Args&) { return release_view(t, v, nullptr); }

Var toreadonly(Thread& t, Value v, const Value*) {
  if (!alive(t, self_of(v))) return Var::error();
  Ref<View> out = another(t, self_of(v));
  if (out) out->readonly = true;
  return std::move(out).var();
}

Var cast(Thread& t, Value v, const Value* a) {
  View& view = self_of(v);
  if (!alive(t, view)) return Var::error();
  if (!is_str(a[0]))
    return raise(t, exc::TypeError, "cast() argument 'format' must be str, not %T", a[0]);
  const Utf8 text(*a[0].as<Str>());
  const int size = text.view().size() == 1 ? item_size_of(text.view()[0]) : 0;
  if (size == 0)
    return raise(t, exc::ValueError,
                 "memoryview: destination format must be a native single character format "
                 "prefixed with an optional '@'");
  const int64_t bytes = view.count * view.item_size;
  if (!contiguous(view))
    return raise(t, exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (bytes % size)
    return raise(t, exc::TypeError, "memoryview: length is not a multiple of itemsize");
  Ref<View> out = another(t, view);
  if (!out) return Var::error();
  out->format = text.view()[0];
  out->item_size = static_cast<uint8_t>(size);
  out->stride = size;
  out->count = bytes / size;
  return std::move(out).var();
}

Var get_nbytes(Thread& t, Value v) {
  return alive(t, self_of(v)) ? Var::small(self_of(v).count * self_of(v).item_size) : Var::error();
}
Var get_readonly(Thread& t, Value v) {
  return alive(t, self_of(v)) ? Var::boolean(self_of(v).readonly) : Var::error();
}
Var get_format(Thread& t, Value v) {
  if (!alive(t, self_of(v))) return Var::error();
  return make_character(t, static_cast<unsigned char>(self_of(v).format)).var();
}
Var get_itemsize(Thread& t, Value v) {
  return alive(t, self_of(v)) ? Var::small(self_of(v).item_size) : Var::error();
}
Var get_ndim(Thread& t, Value v) { return alive(t, self_of(v)) ? Var::small(1) : Var::error(); }
Var get_shape(Thread& t, Value v) {
  if (!alive(t, self_of(v))) return Var::error();
  const Value items[1] = {Value::small(self_of(v).count)};
  return make_tuple(t, items, 1).var();
}

const NativeDef kMethods[] = {{"tobytes", tobytes, "order='C'"},
                              {"tolist", tolist, ""},
                              {"release", release_view, ""},
                              {"toreadonly", toreadonly, ""},
                              {"cast", cast, "format, shape=None"},
                              {"__enter__", enter, ""},
                              {"__exit__", leave},
                              {}};
const GetSetDef kGetSet[] = {{"nbytes", get_nbytes},
                             {"readonly", get_readonly},
                             {"format", get_format},
                             {"itemsize", get_itemsize},
                             {"ndim", get_ndim},
                             {"shape", get_shape},
                             {}};

}  // namespace

Var make_shared_view(Thread& t, Block& b) {
  register_buffer(shared_view_type, lend, end_lending);
  auto view = Ref<View>::adopt(gilbox::py::make<View>(t, shared_view_type));
  if (!view) return Var::error();
  view->block = Value::object(&b);
  retain(view->block);
  view->count = static_cast<int64_t>(b.size);
  view->stride = view->item_size = 1;
  view->format = 'B';
  return std::move(view).var();
}

Type shared_view_type = [] {
  Type t = static_type("_shared.View", sizeof(View), 0);
  t.dealloc = dealloc;
  t.repr = view_repr;
  t.compare = view_compare;
  t.length = view_length;
  t.get_item = view_get_item;
  t.set_item = view_set_item;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}();

}  // namespace gilbox::py
