// "Did you mean": the candidate closest to a misspelt name. Source: Python/suggestions.c.
#pragma once

#include "runtime/str.hpp"

namespace gilbox::py {

class Suggester {
 public:
  explicit Suggester(const Str& wrong) : wrong_(wrong) {}
  void offer(Str& candidate);          // borrowed: must outlive the Suggester
  Str* best() const { return best_; }  // null: nothing is close enough

 private:
  const Str& wrong_;
  Str* best_ = nullptr;
  uint32_t best_distance_ = UINT32_MAX;
};

// "f() got an unexpected keyword argument 'x'. Did you mean 'y'?"
Var raise_unexpected_keyword(Thread& t, const char* function, Str& wrong, const Suggester& better);

}  // namespace gilbox::py
