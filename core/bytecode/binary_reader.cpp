#include <bit>
#include <cmath>
#include <limits>

#include "base/utf8.hpp"
#include "bytecode/binary.hpp"
#include "bytecode/binary_form.hpp"
#include "bytecode/verifier.hpp"

namespace gilbox::bytecode {

namespace {

constexpr int kMostNesting = 200;

// Reads past the end or out of range set failed() and give zeros; whoever loops asks count(), which
// never exceeds what the bytes that are left can hold.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }
  std::shared_ptr<Code> code(int depth);
  std::string_view raw(size_t size) {
    if (size > bytes_.size() - at_) return fail(), std::string_view();
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  uint64_t fixed() {
    const std::string_view all = raw(8);
    uint64_t value = 0;
    for (size_t i = 0; i < all.size(); ++i)
      value |= uint64_t{static_cast<unsigned char>(all[i])} << (8 * i);
    return value;
  }

 private:
  void fail() { failed_ = true; }
  uint8_t byte() {
    const std::string_view one = raw(1);
    return one.empty() ? uint8_t{0} : static_cast<uint8_t>(one[0]);
  }
  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const uint8_t part = byte();
      value |= uint64_t{part & 0x7Fu} << shift;
      if ((part & 0x80) == 0) return value;
    }
    fail();
    return 0;
  }
  int64_t signed_number() {
    const uint64_t value = number();
    return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }
  template <class T>
  T limited() {
    const uint64_t value = number();
    if (value > static_cast<T>(~T{0})) fail();
    return static_cast<T>(value);
  }
  int32_t line() {
    const int64_t value = signed_number();
    if (value < INT32_MIN || value > INT32_MAX) return fail(), 0;
    return static_cast<int32_t>(value);
  }
  // The length of a list whose elements take at least one byte each.
  size_t count() {
    const uint64_t value = number();
    if (value > bytes_.size() - at_) return fail(), 0;
    return static_cast<size_t>(value);
  }
  // A NaN's spare bits mean something to the runtime: they never come from outside.
  double real() {
    const auto value = std::bit_cast<double>(fixed());
    return std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value;
  }
  std::string text() {
    std::string result = bytes_text();
    if (!base::utf8_valid(result, base::Surrogates::allowed)) fail();
    return result;
  }
  std::string bytes_text() {
    const uint64_t head = number();
    if ((head & 1) != 0) {
      const uint64_t index = head >> 1;
      if (index >= texts_.size()) return fail(), std::string();
      // Many references to one long text would be much more memory than bytes.
      const std::string_view known = texts_[static_cast<size_t>(index)];
      copied_ += known.size();
      if (copied_ > kMostCopied + bytes_.size() * 64) return fail(), std::string();
      return std::string(known);
    }
    const std::string_view fresh = raw(static_cast<size_t>(head >> 1));
    texts_.push_back(fresh);
    return std::string(fresh);
  }
  std::vector<std::string> texts() {
    std::vector<std::string> list(count());
    for (std::string& one : list) {
      one = text();
      if (failed_) break;
    }
    return list;
  }
  Constant constant(int depth);
  void instructions(Code& code);
  void tables(Code& code);

  static constexpr size_t kMostCopied = size_t{1} << 24;
  std::string_view bytes_;
  size_t at_ = 0, copied_ = 0;
  bool failed_ = false;
  std::vector<std::string_view> texts_;
};

Constant Reader::constant(int depth) {
  Constant value;
  const uint8_t kind = byte();
  if (kind > static_cast<uint8_t>(Constant::Kind::Code) || depth > kMostNesting)
    return fail(), value;
  value.kind = static_cast<Constant::Kind>(kind);
  switch (value.kind) {
    case Constant::Kind::Int: value.integer = signed_number(); break;
    case Constant::Kind::Float: value.real = real(); break;
    case Constant::Kind::Complex:
      value.real = real();
      value.imag = real();
      break;
    case Constant::Kind::BigInt: {
      value.text = text();
      const bool hexadecimal = value.text.starts_with("0x");
      const char* digits = hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
      const size_t start = hexadecimal ? 2 : 0;
      if (value.text.size() <= start ||
          value.text.find_first_not_of(digits, start) != std::string::npos)
        fail();
      break;
    }
    case Constant::Kind::Str: value.text = text(); break;
    case Constant::Kind::Bytes: value.text = bytes_text(); break;
    case Constant::Kind::Tuple:
    case Constant::Kind::FrozenSet: {
      const size_t size = count();
      for (size_t i = 0; i < size && !failed_; ++i) value.items.push_back(constant(depth + 1));
      break;
    }
    case Constant::Kind::Code: value.code = code(depth + 1); break;
    default: break;
  }
  return value;
}

void Reader::instructions(Code& code) {
  const uint64_t words = number();
  // An instruction has five bytes and at most two cache words.
  if (words > (bytes_.size() - at_)) return fail();
  code.insns.reserve(static_cast<size_t>(words));
  while (code.insns.size() < words && !failed_) {
    Insn insn;
    const uint8_t op = byte();
    if (op >= kOpCount) return fail();
    insn.op = static_cast<Op>(op);
    insn.x = byte();
    insn.a = limited<uint16_t>();
    insn.b = limited<uint16_t>();
    insn.c = limited<uint16_t>();
    code.insns.push_back(insn);
    code.insns.insert(code.insns.end(), kOps[op].caches, Insn{});
  }
  if (code.insns.size() != words) fail();
}

void Reader::tables(Code& code) {
  uint32_t start = 0;
  int32_t last = code.first_line;
  const size_t positions = count();
  code.positions.reserve(positions);
  for (size_t i = 0; i < positions && !failed_; ++i) {
    Position& position = code.positions.emplace_back();
    position.start = start += limited<uint32_t>();
    position.line = static_cast<int32_t>(int64_t{last} + line());
    if (position.line >= 0) last = position.line;
    position.end_line = static_cast<int32_t>(int64_t{position.line} + line());
    position.column = line();
    position.end_column = line();
  }
  start = 0;
  const size_t handlers = count();
  code.handlers.reserve(handlers);
  for (size_t i = 0; i < handlers && !failed_; ++i) {
    Handler& handler = code.handlers.emplace_back();
    handler.start = start += limited<uint32_t>();
    handler.end = handler.start + limited<uint32_t>();
    handler.target = limited<uint32_t>();
    handler.keep = limited<uint16_t>();
    handler.exception = limited<uint16_t>();
  }
}

std::shared_ptr<Code> Reader::code(int depth) {
  auto made = std::make_shared<Code>();
  if (depth > kMostNesting) return fail(), made;
  Code& code = *made;
  code.name = text();
  code.qualified_name = text();
  code.filename = text();
  code.flags = limited<uint32_t>();
  code.first_line = line();
  for (uint16_t* field :
       {&code.argument_count, &code.positional_only_count, &code.keyword_only_count,
        &code.variable_count, &code.local_count, &code.register_count}) {
    *field = limited<uint16_t>();
  }
  code.variables = texts();
  code.cells = texts();
  for (size_t i = 0; i < code.cells.size(); ++i) code.cell_registers.push_back(limited<uint16_t>());
  code.free = texts();
  code.names = texts();
  const size_t constants = count();
  for (size_t i = 0; i < constants && !failed_; ++i) code.constants.push_back(constant(depth));
  instructions(code);
  tables(code);
  return made;
}

}  // namespace

base::Result<std::shared_ptr<Code>, std::string> read_binary(std::string_view bytes, Trust trust) {
  Reader reader(bytes);
  if (reader.raw(kBinaryMagic.size()) != kBinaryMagic)
    return base::failure(std::string("not compiled code"));
  if (reader.fixed() != binary_fingerprint()) {
    return base::failure(std::string("compiled code of another version"));
  }
  std::shared_ptr<Code> code = reader.code(0);
  if (reader.failed() || !reader.at_end())
    return base::failure(std::string("damaged compiled code"));
  if (trust == Trust::none) {
    if (auto problem = verify(*code)) return base::failure(std::move(*problem));
  }
  return code;
}

}  // namespace gilbox::bytecode
