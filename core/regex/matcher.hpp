// Runs a program over a text.
//
//   Matcher m(program, text, {ask, data});
//   switch (m.search(from, to)) { case Outcome::found: m.mark(0) … m.mark(1) … }
//
// Backtracking with one stack of choices and of what to undo; it grows with the text and is kept
// between calls. Threads: a matcher belongs to one; the text must stay as it is.
#pragma once

#include "base/small_vector.hpp"
#include "regex/program.hpp"

namespace gilbox::regex {

enum class Outcome : uint8_t { none, found, stopped, no_memory };

// Asked every kStepsBetween steps or so; true: stop.
struct Stop {
  bool (*ask)(void* data) = nullptr;
  void* data = nullptr;
};
inline constexpr int32_t kStepsBetween = 1 << 16;

class Matcher {
 public:
  static constexpr uint32_t kUnset = UINT32_MAX;

  Matcher(const Program& program, Text text, Stop stop);

  // At `from` only; `whole`: up to `to` exactly. `not_empty_at`: a match may not be empty and end
  // there.
  Outcome match(uint32_t from, uint32_t to, bool whole, uint32_t not_empty_at = kUnset);
  // At the first place from `from` on.
  Outcome search(uint32_t from, uint32_t to, uint32_t not_empty_at = kUnset);

  uint32_t mark(uint32_t n) const {
    return marks_[n];
  }  // 2g: where group g begins, 2g + 1: where it ends
  uint32_t last_group() const { return last_group_; }  // closed last; 0: none

 private:
  enum class Kind : uint32_t {
    choice,
    back_off,
    lazy_one,
    lazy_round,
    undo_mark,
    undo_slot,
    fence
  };
  struct Entry {
    Kind kind;
    uint32_t a, b, c;
  };
  struct Slot {
    uint32_t rounds, last;  // where the last round began
  };

  void reset();
  template <class T>
  Outcome run(const T* s, uint32_t pc, uint32_t at);
  template <class T>
  Outcome search_in(const T* s, uint32_t from);
  template <class T>
  uint32_t count_ones(const T* s, uint32_t at, uint32_t most, uint32_t op, uint32_t operand);
  template <class T>
  bool one(const T* s, uint32_t at, uint32_t op, uint32_t operand) const;
  template <class T>
  bool hopeless(const T* s, uint32_t at, uint32_t pc) const;
  template <class T>
  bool stands_at(const T* s, uint32_t at, Place place, bool ascii) const;
  template <class T>
  bool repeats_group(const T* s, uint32_t& at, uint32_t group, uint32_t op) const;
  bool push(Kind kind, uint32_t a, uint32_t b, uint32_t c = 0) {
    return stack_.try_push_back({kind, a, b, c});
  }
  void undo(const Entry& e);
  void cut();
  bool rest();  // true: stop

  const Program& p_;
  Text text_;
  Stop stop_;
  uint32_t end_ = 0;
  bool whole_ = false;
  uint32_t not_empty_at_ = kUnset, last_group_ = 0, fence_ = kUnset;
  int32_t budget_ = kStepsBetween;
  base::SmallVector<uint32_t, 16> marks_;
  base::SmallVector<Slot, 4> slots_;
  base::SmallVector<Entry, 48> stack_;
};

}  // namespace gilbox::regex
