#include "runtime/suggest.hpp"

#include <algorithm>

#include "runtime/exception.hpp"

namespace gilbox::py {

namespace {

constexpr uint32_t kMove = 2, kCase = 1, kLongest = 40;

uint32_t lower(uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
uint32_t cost(uint32_t a, uint32_t b) { return a == b ? 0 : lower(a) == lower(b) ? kCase : kMove; }

// Edit distance with cheap changes of case; more than `most`: anything above it.
uint32_t distance(const Str& a, const Str& b, uint32_t most) {
  uint32_t start = 0, a_end = a.length, b_end = b.length;
  while (start < a_end && start < b_end && a.at(start) == b.at(start)) ++start;
  while (a_end > start && b_end > start && a.at(a_end - 1) == b.at(b_end - 1)) --a_end, --b_end;
  const uint32_t m = a_end - start, n = b_end - start;
  if (m == 0 || n == 0) return (m + n) * kMove;
  if (m > kLongest || n > kLongest) return most + 1;
  if ((m > n ? m - n : n - m) * kMove > most) return most + 1;
  uint32_t row[kLongest + 1];
  for (uint32_t j = 0; j <= n; ++j) row[j] = j * kMove;
  for (uint32_t i = 1; i <= m; ++i) {
    uint32_t diagonal = row[0], least = UINT32_MAX;
    row[0] = i * kMove;
    for (uint32_t j = 1; j <= n; ++j) {
      const uint32_t change = diagonal + cost(a.at(start + i - 1), b.at(start + j - 1));
      diagonal = row[j];
      row[j] = std::min(change, std::min(row[j], row[j - 1]) + kMove);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row[n];
}

}  // namespace

void Suggester::offer(Str& candidate) {
  if (str_equal(candidate, const_cast<Str&>(wrong_))) return;
  uint32_t most = (candidate.length + wrong_.length + 3) * kMove / 6;
  if (best_ && most >= best_distance_) most = best_distance_ - 1;
  const uint32_t d = distance(wrong_, candidate, most);
  if (d > most) return;
  best_ = &candidate;
  best_distance_ = d;
}

Var raise_unexpected_keyword(Thread& t, const char* function, Str& wrong, const Suggester& better) {
  if (Str* best = better.best())
    return raise(t, exc::TypeError,
                 "%s() got an unexpected keyword argument '%U'. Did you mean '%U'?", function,
                 &wrong, best);
  return raise(t, exc::TypeError, "%s() got an unexpected keyword argument '%U'", function, &wrong);
}

}  // namespace gilbox::py
