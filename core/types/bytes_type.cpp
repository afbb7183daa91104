// bytes: its table of methods; the work is shared with bytearray.
#include "runtime/str_data.hpp"
#include "types/bytes_kind.hpp"

namespace gilbox::py {

namespace {

using BytesMethods = TextMethods<BytesKind>;

Var bytes_new(Thread& t, Type& type, const Args& args) {
  Value a[3];
  if (!bind_arguments(t, "bytes", "source=b'', encoding=None, errors=None", args, a))
    return Var::error();
  Ref<Bytes> made = bytes_from_arguments(t, "bytes", a);
  if (!made || &type == &bytes_type) return std::move(made).var();
  Ref<Bytes> instance = make_bytes_of(t, type, made->size);
  if (!instance) return Var::error();
  std::memcpy(instance->data, made->data, made->size);
  return std::move(instance).var();
}

Var bytes_repr(Thread& t, Value v) { return repr_of_bytes(t, bytes_view(v)).var(); }

bool bytes_hash(Thread&, Value v, int64_t& out) {
  Bytes& b = *v.as<Bytes>();
  if (!b.hashed) {
    const uint64_t hash = hash_memory(b.data, b.size);
    b.hash32 = static_cast<uint32_t>(hash) ^ static_cast<uint32_t>(hash >> 32);
    b.hashed = true;
  }
  out = b.hash32;
  return true;
}

Var bytes_bytes(Thread& t, Value self, const Value*) {
  if (self.object()->type == &bytes_type) return Var(self);
  return make_bytes(t, bytes_view(self)).var();
}
Var bytes_getnewargs(Thread& t, Value self, const Value*) {
  GILBOX_TRY(plain, make_bytes(t, bytes_view(self)).var());
  const Value items[1] = {plain};
  return make_tuple(t, items, 1).var();
}

const NativeDef kMethods[] = {
#include "types/bytes_methods.def"
    {"__bytes__", bytes_bytes, ""}, {"__getnewargs__", bytes_getnewargs, ""}, {}};

}  // namespace

constinit Type bytes_type = [] {
  Type t = static_type("bytes", sizeof(Bytes), kBase | kSubBytes);
  t.dealloc = bytes_dealloc;
  t.new_ = bytes_new;
  t.repr = t.str = bytes_repr;
  t.hash = bytes_hash;
  t.compare = bytes_compare;
  t.iter = bytes_iter;
  t.length = bytes_length;
  t.get_item = bytes_get_item;
  t.contains = bytes_contains;
  t.binary[static_cast<int>(BinaryOp::Add)] = bytes_add;
  t.binary[static_cast<int>(BinaryOp::Mul)] = bytes_multiply;
  t.binary[static_cast<int>(BinaryOp::Mod)] = bytes_modulo;
  t.methods = kMethods;
  t.doc =
      "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
      "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
      "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
      "bytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n"
      "  - an iterable yielding integers in range(256)\n"
      "  - a text string encoded using the specified encoding\n"
      "  - any object implementing the buffer API.\n  - an integer";
  return t;
}();

}  // namespace gilbox::py
