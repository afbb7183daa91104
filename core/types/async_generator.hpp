// Async generators: asend(), athrow(), aclose() and __anext__() give awaitables that run one step.
#pragma once

#include "types/generator.hpp"

namespace gilbox::py {

enum class AsyncStep : uint8_t { Send, Throw, Close };
enum class AwaitState : uint8_t { Fresh, Iterating, Closed };

// The awaitable of one step.
struct AsyncGeneratorStep : Object {
  Generator* generator;
  Value value;  // sent; or the exception thrown
  AsyncStep step;
  AwaitState state;
};
extern Type async_generator_asend_type, async_generator_athrow_type;

Var async_generator_anext(Thread& t, Value self);

}  // namespace gilbox::py
