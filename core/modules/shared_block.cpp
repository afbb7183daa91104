#include "modules/shared_block.hpp"

#include <cstring>

#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/type_of.hpp"
#include "types/memoryview.hpp"

namespace gilbox::py {

namespace {

Block& self_of(Value v) { return *v.as<Block>(); }

bool failed(Thread& t, host::Error error) {
  (void)raise_os_error(t, host::error_number(error));
  return false;
}

bool inside(Thread& t, const Block& b, uint64_t at, size_t bytes) {
  if (at <= b.size && bytes <= b.size - at) return true;
  (void)raise(t, exc::ValueError, "outside of the block");
  return false;
}

Ref<Block> make_block(Thread& t, Type& type, uint64_t size) {
  auto b = Ref<Block>::adopt(static_cast<Block*>(new_object(t, type, type.instance_size)));
  if (b) b->size = size;
  return b;
}

Var block_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  int64_t size;
  if (!bind_arguments(t, "Block", "size, shared=False, name='', /", args, a)) return Var::error();
  if (!to_index(t, a[0], size)) return Var::error();
  const int shared = a[1].is_unbound() ? 0 : truth(t, a[1]);
  if (shared < 0) return Var::error();
  if (size < 0) return raise(t, exc::ValueError, "size must not be negative");
  const auto bytes = static_cast<size_t>(size);
  Ref<Block> b = make_block(t, type, static_cast<uint64_t>(size));
  if (!b) return Var::error();
  if (shared) {
    const host::Result<host::ObjectId> id =
        a[2].is_unbound()
            ? the_host().shared.create_memory({}, b->size ? b->size : 1)
            : the_host().shared.create_memory(Utf8(*a[2].as<Str>()).view(), b->size ? b->size : 1);
    if (!id) return failed(t, id.error()), Var::error();
    b->id = *id;
  } else if (size) {
    b->local = static_cast<uint8_t*>(allocate(bytes));
    if (!b->local) return b->size = 0, raise_memory_error(t);
    memset(b->local, 0, bytes);
  }
  return std::move(b).var();
}

Var opened(Thread& t, Value cls, host::ObjectId id) {
  auto size = the_host().shared.memory_size(id);
  Ref<Block> b = size ? make_block(t, *cls.as<Type>(), *size) : Ref<Block>();
  if (!b) {
    (void)the_host().shared.close(id);
    return size ? Var::error() : (failed(t, size.error()), Var::error());
  }
  b->id = id;
  return std::move(b).var();
}

// By its handle, which another process sent.
Var block_open(Thread& t, Value cls, const Value* a) {
  int64_t number;
  if (!to_index(t, a[0], number)) return Var::error();
  const auto id = static_cast<host::ObjectId>(number);
  if (auto done = the_host().shared.open(id); !done) return failed(t, done.error()), Var::error();
  return opened(t, cls, id);
}
Var block_open_named(Thread& t, Value cls, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "name must be a string");
  auto id = the_host().shared.open_memory(Utf8(*a[0].as<Str>()).view());
  return id ? opened(t, cls, *id) : (failed(t, id.error()), Var::error());
}
Var block_unlink(Thread& t, Value, const Value* a) {
  if (!is_str(a[0])) return raise(t, exc::TypeError, "name must be a string");
  auto done = the_host().shared.unlink_memory(Utf8(*a[0].as<Str>()).view());
  return done ? Var::none() : (failed(t, done.error()), Var::error());
}

void close_block(Block& b) {
  if (b.local) deallocate(b.local, static_cast<size_t>(b.size));
  if (b.id != host::ObjectId::none) (void)the_host().shared.close(b.id);
  b.local = nullptr;
  b.id = host::ObjectId::none;
  b.size = 0;
}
Var block_close(Thread&, Value v, const Value*) { return close_block(self_of(v)), Var::none(); }
void block_dealloc(Object* o) {
  close_block(*static_cast<Block*>(o));
  free_object(o, o->type->instance_size);
}

// ctypes' rules: integers are cut to the item's bits, anything may be a truth value.
bool store_item(Thread& t, uint8_t* at, char format, Value v) {
  switch (format) {
    case 'f':
    case 'd': {
      double d;
      if (!to_double(t, v, d)) return false;
      return write_item(t, at, format, Value::real(d), "ctypes");
    }
    case '?': return write_item(t, at, format, v, "ctypes");
    case 'c':
      if (is_bytes(v) && v.as<Bytes>()->size == 1) return *at = v.as<Bytes>()->data[0], true;
      if (v.is_small() && v.small() >= 0 && v.small() < 256)
        return *at = static_cast<uint8_t>(v.small()), true;
      (void)raise(t, exc::TypeError, "one character bytes, bytearray or integer expected");
      return false;
    default: break;
  }
  Var number = index_of(t, v);
  if (number.failed()) return false;
  uint64_t raw;
  if (number.get().is_small()) {
    raw = static_cast<uint64_t>(number.get().small());
  } else {
    const Value i = int_value(number);
    const Value mask = Value::small(0xFFFFFFFF);
    Var low = int_binary(t, BinaryOp::And, i, mask);
    Var shifted = int_binary(t, BinaryOp::RShift, i, Value::small(32));
    if (low.failed() || shifted.failed()) return false;
    Var high = int_binary(t, BinaryOp::And, shifted, mask);
    if (high.failed()) return false;
    raw = static_cast<uint64_t>(low.get().small()) | static_cast<uint64_t>(high.get().small())
                                                         << 32;
  }
  memcpy(at, &raw, static_cast<size_t>(item_size_of(format)));
  return true;
}

// Format and offset of get() and set(): the item's size, 0 with an error set.
size_t item_place(Thread& t, const Value* a, char& format, uint64_t& at) {
  int64_t offset;
  if (!is_str(a[0]) || a[0].as<Str>()->length != 1)
    return (void)raise(t, exc::TypeError, "a format of one character expected"), 0;
  format = Utf8(*a[0].as<Str>()).view()[0];
  const int size = item_size_of(format);
  if (size == 0) return (void)raise(t, exc::ValueError, "unknown format"), 0;
  if (!to_index(t, a[1], offset)) return 0;
  at = static_cast<uint64_t>(offset);
  return static_cast<size_t>(size);
}

Var block_get(Thread& t, Value v, const Value* a) {
  char format;
  uint64_t at;
  uint8_t item[8];
  const size_t size = item_place(t, a, format, at);
  if (!size || !block_read(t, self_of(v), at, item, size)) return Var::error();
  return read_item(t, item, format);
}
Var block_set(Thread& t, Value v, const Value* a) {
  char format;
  uint64_t at;
  uint8_t item[8];
  const size_t size = item_place(t, a, format, at);
  if (!size || !store_item(t, item, format, a[2])) return Var::error();
  return block_write(t, self_of(v), at, item, size) ? Var::none() : Var::error();
}

Var block_read_bytes(Thread& t, Value v, const Value* a) {
  int64_t at, size;
  if (!to_index(t, a[0], at) || !to_index(t, a[1], size)) return Var::error();
  if (!inside(t, self_of(v), static_cast<uint64_t>(at), static_cast<size_t>(size)))
    return Var::error();
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(size));
  if (!out || !block_read(t, self_of(v), static_cast<uint64_t>(at), out->data, out->size))
    return Var::error();
  return std::move(out).var();
}
Var block_write_bytes(Thread& t, Value v, const Value* a) {
  int64_t at;
  Buffer b;
  if (!to_index(t, a[0], at) || !get_buffer(t, a[1], b)) return Var::error();
  if (!block_write(t, self_of(v), static_cast<uint64_t>(at), b.data, b.length)) return Var::error();
  return Var::none();
}

Var block_view(Thread& t, Value v, const Value*) { return make_shared_view(t, self_of(v)); }
Var block_size(Thread& t, Value v, const Value*) { return make_int_unsigned(t, self_of(v).size); }
Var block_handle(Thread&, Value v, const Value*) {
  const Block& b = self_of(v);
  if (b.id == host::ObjectId::none) return Var::none();
  return Var::small(static_cast<int64_t>(b.id));
}

const NativeDef kMethods[] = {
    {"_open", block_open, "handle, /", nullptr, NativeKind::Class},
    {"_open_named", block_open_named, "name, /", nullptr, NativeKind::Class},
    {"_unlink", block_unlink, "name, /", nullptr, NativeKind::Class},
    {"get", block_get, "format, offset, /"},
    {"set", block_set, "format, offset, value, /"},
    {"read", block_read_bytes, "offset, size, /"},
    {"write", block_write_bytes, "offset, data, /"},
    {"view", block_view, ""},
    {"close", block_close, ""},
    {"size", block_size, "", nullptr, NativeKind::Property},
    {"handle", block_handle, "", nullptr, NativeKind::Property},
    {},
};

bool fill(Thread& t, Module& m) {
  return add_type(t, m, shared_block_type) && add_type(t, m, shared_view_type);
}

}  // namespace

bool block_read(Thread& t, Block& b, uint64_t at, uint8_t* to, size_t bytes) {
  if (!inside(t, b, at, bytes)) return false;
  if (b.local) return memcpy(to, b.local + at, bytes), true;
  if (!bytes) return true;
  auto done = the_host().shared.read_memory(b.id, at, {reinterpret_cast<char*>(to), bytes});
  return done || failed(t, done.error());
}

bool block_write(Thread& t, Block& b, uint64_t at, const uint8_t* from, size_t bytes) {
  if (!inside(t, b, at, bytes)) return false;
  if (b.local) return memmove(b.local + at, from, bytes), true;
  if (!bytes) return true;
  auto done =
      the_host().shared.write_memory(b.id, at, {reinterpret_cast<const char*>(from), bytes});
  return done || failed(t, done.error());
}

Type shared_block_type = [] {
  Type t = static_type("_shared.Block", sizeof(Block), kBase);
  t.new_ = block_new;
  t.dealloc = block_dealloc;
  t.methods = kMethods;
  return t;
}();

extern const ModuleDef _shared_module;
const ModuleDef _shared_module = {"_shared", nullptr, fill};

}  // namespace gilbox::py
