// Code as bytes and back: how library modules compiled at build time are embedded, and how a main
// module goes to other processes.
//
//   std::string bytes = write_binary(code);
//   auto code = read_binary(bytes);            // checked: form, indices, and verify()
//
// The form belongs to one instruction set: it starts with a fingerprint of opcodes.def and of its
// own version, and bytes with another fingerprint are refused. Integers are LEB128. Hostile bytes
// give an error, never more memory than a small multiple of their size. Threads: pure.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "bytecode/code.hpp"

namespace gilbox::bytecode {

std::string write_binary(const Code& code);

// `trusted`: the bytes are our own (embedded at build time), so the verifier need not run again.
enum class Trust : bool { none, own };
base::Result<std::shared_ptr<Code>, std::string> read_binary(std::string_view bytes,
                                                             Trust trust = Trust::none);

}  // namespace gilbox::bytecode
