#include <bit>
#include <unordered_map>

#include "bytecode/binary.hpp"
#include "bytecode/binary_form.hpp"

namespace gilbox::bytecode {

namespace {

class Writer {
 public:
  void code(const Code& code);
  void fixed(uint64_t value) {
    for (int i = 0; i < 8; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  void raw(std::string_view bytes) { out_ += bytes; }
  std::string take() { return std::move(out_); }

 private:
  void number(uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void signed_number(int64_t value) {
    number(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
  }
  // A text already written is a reference to it: names repeat in every block of a module.
  void text(const std::string& text) {
    auto [found, fresh] = texts_.try_emplace(text, texts_.size());
    if (!fresh) return number(found->second << 1 | 1);
    number(text.size() << 1);
    out_ += text;
  }
  void texts(const std::vector<std::string>& list) {
    number(list.size());
    for (const std::string& one : list) text(one);
  }
  void constant(const Constant& value);

  std::string out_;
  std::unordered_map<std::string, uint64_t> texts_;
};

void Writer::constant(const Constant& value) {
  out_ += static_cast<char>(value.kind);
  switch (value.kind) {
    case Constant::Kind::Int: signed_number(value.integer); break;
    case Constant::Kind::Float: fixed(std::bit_cast<uint64_t>(value.real)); break;
    case Constant::Kind::Complex:
      fixed(std::bit_cast<uint64_t>(value.real));
      fixed(std::bit_cast<uint64_t>(value.imag));
      break;
    case Constant::Kind::BigInt:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: text(value.text); break;
    case Constant::Kind::Tuple:
    case Constant::Kind::FrozenSet:
      number(value.items.size());
      for (const Constant& item : value.items) constant(item);
      break;
    case Constant::Kind::Code: code(*value.code); break;
    default: break;
  }
}

void Writer::code(const Code& code) {
  text(code.name);
  text(code.qualified_name);
  text(code.filename);
  number(code.flags);
  signed_number(code.first_line);
  for (const uint16_t count :
       {code.argument_count, code.positional_only_count, code.keyword_only_count,
        code.variable_count, code.local_count, code.register_count}) {
    number(count);
  }
  texts(code.variables);
  texts(code.cells);
  for (const uint16_t reg : code.cell_registers) number(reg);
  texts(code.free);
  texts(code.names);
  number(code.constants.size());
  for (const Constant& value : code.constants) constant(value);
  // Instructions without their cache words.
  number(code.insns.size());
  for (size_t word = 0; word < code.insns.size();) {
    const Insn& insn = code.insns[word];
    out_ += static_cast<char>(insn.op);
    out_ += static_cast<char>(insn.x);
    for (const uint16_t field : {insn.a, insn.b, insn.c}) number(field);
    word += 1u + kOps[static_cast<int>(insn.op)].caches;
  }
  number(code.positions.size());
  uint32_t start = 0;
  int32_t line = code.first_line;
  for (const Position& position : code.positions) {
    number(position.start - start);
    start = position.start;
    signed_number(int64_t{position.line} - line);
    if (position.line >= 0) line = position.line;
    signed_number(int64_t{position.end_line} - position.line);
    signed_number(position.column);
    signed_number(position.end_column);
  }
  number(code.handlers.size());
  start = 0;
  for (const Handler& handler : code.handlers) {
    number(handler.start - start);
    number(handler.end - handler.start);
    number(handler.target);
    number(handler.keep);
    number(handler.exception);
    start = handler.start;
  }
}

}  // namespace

std::string write_binary(const Code& code) {
  Writer writer;
  writer.raw(kBinaryMagic);
  writer.fixed(binary_fingerprint());
  writer.code(code);
  return writer.take();
}

}  // namespace gilbox::bytecode
