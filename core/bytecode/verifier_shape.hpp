// The part of the verifier that needs no paths: sizes, indices, jump targets, tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bytecode/code.hpp"

namespace gilbox::bytecode {

// Where instructions begin; for the others (cache words) false.
using Starts = std::vector<bool>;

std::optional<std::string> check_shape(const Code& code, Starts& starts);

}  // namespace gilbox::bytecode
