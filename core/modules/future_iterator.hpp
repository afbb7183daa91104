// The iterator behind `await future`.
#pragma once

#include "modules/future.hpp"

namespace gilbox::py {

struct FutureIterator : Object {
  Future* future;  // owned; null: gives everyone else one turn
  bool given;      // it has yielded
};
Var make_future_iterator(Thread& t, Future* f);
// Makes the eval loop resume these directly.
void let_await_resume_futures();

}  // namespace gilbox::py
