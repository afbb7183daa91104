#include "regex/matcher.hpp"

#include <cstring>

namespace gilbox::regex {

Matcher::Matcher(const Program& program, Text text, Stop stop)
    : p_(program), text_(text), stop_(stop) {
  marks_.resize(2 * program.groups, kUnset);
  slots_.resize(program.slots, Slot{0, kUnset});
}

bool Matcher::rest() {
  budget_ = kStepsBetween;
  return stop_.ask && stop_.ask(stop_.data);
}

void Matcher::reset() {
  for (uint32_t& m : marks_) m = kUnset;
  for (Slot& s : slots_) s = {0, kUnset};
  stack_.clear();
  last_group_ = 0;
  fence_ = kUnset;
}

void Matcher::undo(const Entry& e) {
  if (e.kind == Kind::undo_mark) {
    marks_[e.a] = e.b;
    last_group_ = e.c;
  } else if (e.kind == Kind::undo_slot) {
    slots_[e.a] = {e.b, e.c};
  }
}

// Gives up the choices made since the fence, not what was found out.
void Matcher::cut() {
  const uint32_t fence = fence_;
  fence_ = stack_[fence].a;
  size_t kept = fence;
  for (size_t i = fence + 1; i < stack_.size(); ++i)
    if (stack_[i].kind == Kind::undo_mark || stack_[i].kind == Kind::undo_slot)
      stack_[kept++] = stack_[i];
  while (stack_.size() > kept) stack_.pop_back();
}

template <class T>
bool Matcher::one(const T* s, uint32_t at, uint32_t op, uint32_t operand) const {
  if (at >= end_) return false;
  const uint32_t c = s[at];
  switch (op) {
    case kChar: return c == operand;
    case kCharFold: return fold(c) == operand;
    case kCharFoldAscii: return fold_ascii(c) == operand;
    case kAny: return c != '\n';
    case kAnyAll: return true;
    default: return p_.classes[operand].contains(c);
  }
}

// How many of at most `most` characters from `at` on.
template <class T>
uint32_t Matcher::count_ones(const T* s, uint32_t at, uint32_t most, uint32_t op,
                             uint32_t operand) {
  const uint32_t limit = end_ - at < most ? end_ : at + most;
  uint32_t i = at;
  switch (op) {
    case kChar:
      while (i < limit && s[i] == operand) ++i;
      break;
    case kAny:
      while (i < limit && s[i] != '\n') ++i;
      break;
    case kAnyAll: i = limit; break;
    case kClass: {
      const CharClass& k = p_.classes[operand];
      while (i < limit && k.contains(s[i])) ++i;
      break;
    }
    default:
      while (i < limit && one(s, i, op, operand)) ++i;
  }
  budget_ -= static_cast<int32_t>((i - at) >> 5);
  return i - at;
}

// The code at pc surely fails here: not worth a choice.
template <class T>
bool Matcher::hopeless(const T* s, uint32_t at, uint32_t pc) const {
  const uint32_t* c = &p_.code[pc];
  while (*c == kSave) c += 2;
  if (*c <= kClass) return !one(s, at, c[0], c[1]);
  if (*c == kText) return at >= end_ || s[at] != c[2];
  if (*c == kRepeatOne) return c[1] > 0 && !one(s, at, c[4], c[5]);
  return false;
}

template <class T>
bool Matcher::stands_at(const T* s, uint32_t at, Place place, bool ascii) const {
  switch (place) {
    case Place::Start: return at == 0;
    case Place::StartLine: return at == 0 || s[at - 1] == '\n';
    case Place::End: return at == end_ || (at + 1 == end_ && s[at] == '\n');
    case Place::EndLine: return at == end_ || s[at] == '\n';
    case Place::EndText: return at == end_;
    default: break;
  }
  if (end_ == 0) return false;
  const bool before = at > 0 && is_word(s[at - 1], ascii),
             after = at < end_ && is_word(s[at], ascii);
  return (before != after) == (place == Place::Boundary);
}

template <class T>
bool Matcher::repeats_group(const T* s, uint32_t& at, uint32_t group, uint32_t op) const {
  const uint32_t from = marks_[2 * group], to = marks_[2 * group + 1];
  if (from == kUnset || to == kUnset || to < from || end_ - at < to - from) return false;
  const Folding how = op == kReference       ? Folding::none
                      : op == kReferenceFold ? Folding::unicode
                                             : Folding::ascii;
  for (uint32_t i = from; i < to; ++i)
    if (fold(s[i], how) != fold(s[at + i - from], how)) return false;
  at += to - from;
  return true;
}

template <class T>
Outcome Matcher::run(const T* s, uint32_t pc, uint32_t at) {
  const uint32_t* const code = p_.code.data();
  const uint32_t from = at;
  for (;;) {
    const uint32_t* const c = code + pc;
    bool ok = true;
    switch (static_cast<Op>(c[0])) {
      case kChar:
        ok = at < end_ && s[at] == c[1];
        ++at;
        pc += 2;
        break;
      case kCharFold:
      case kCharFoldAscii:
      case kAny:
      case kAnyAll:
      case kClass:
        ok = one(s, at, c[0], c[1]);
        ++at;
        pc += 2;
        break;
      case kText: {
        const uint32_t n = c[1];
        ok = end_ - at >= n;
        for (uint32_t i = 0; ok && i < n; ++i) ok = s[at + i] == c[2 + i];
        at += n;
        pc += 2 + n;
        break;
      }
      case kAt:
        ok = stands_at(s, at, static_cast<Place>(c[1]), c[2] != 0);
        pc += 3;
        break;
      case kSave:
        if (!push(Kind::undo_mark, c[1], marks_[c[1]], last_group_)) return Outcome::no_memory;
        marks_[c[1]] = at;
        if (c[1] & 1) last_group_ = c[1] / 2;
        pc += 2;
        break;
      case kJump: pc = c[1]; break;
      case kSplit:
        if (hopeless(s, at, c[1])) {
          pc = c[2];
        } else {
          if (!hopeless(s, at, c[2]) && !push(Kind::choice, c[2], at)) return Outcome::no_memory;
          pc = c[1];
        }
        break;
      case kRepeatOne: {
        const uint32_t low = c[1], high = c[2];
        pc += 6;
        const bool lazy = static_cast<Greed>(c[3]) == Greed::lazy;
        const uint32_t n = count_ones(s, at, lazy ? low : high, c[4], c[5]);
        ok = n >= low;
        if (!ok) break;
        if (lazy) {
          at += n;
          if (high > low && !push(Kind::lazy_one, pc - 6, at, high - low))
            return Outcome::no_memory;
        } else {
          if (n > low && static_cast<Greed>(c[3]) == Greed::greedy &&
              !push(Kind::back_off, pc, at + n, at + low))
            return Outcome::no_memory;
          at += n;
        }
        break;
      }
      case kLoop: {
        Slot& slot = slots_[c[1]];
        if (!push(Kind::undo_slot, c[1], slot.rounds, slot.last)) return Outcome::no_memory;
        slot = {0, kUnset};
        pc = c[2];
        break;
      }
      case kNext: {
        Slot& slot = slots_[c[1]];
        if (!push(Kind::undo_slot, c[1], slot.rounds, slot.last)) return Outcome::no_memory;
        ++slot.rounds;
        pc += 2;
        break;
      }
      case kUntil: {
        Slot& slot = slots_[c[1]];
        if (slot.rounds < c[2]) {
          pc = c[4];
          break;
        }
        const bool more = (slot.rounds < c[3] || c[3] == kUnlimited) && slot.last != at;
        if (c[5]) {
          if (more && !push(Kind::lazy_round, pc, at)) return Outcome::no_memory;
          pc += 6;
          break;
        }
        pc += 6;
        if (!more || hopeless(s, at, c[4])) break;
        if (!push(Kind::choice, pc, at) || !push(Kind::undo_slot, c[1], slot.rounds, slot.last))
          return Outcome::no_memory;
        slot.last = at;
        pc = c[4];
        break;
      }
      case kReference:
      case kReferenceFold:
      case kReferenceFoldAscii:
        ok = repeats_group(s, at, c[1], c[0]);
        pc += 2;
        break;
      case kIfGroup: pc = marks_[2 * c[1] + 1] != kUnset ? pc + 3 : c[2]; break;
      case kLook:
        if (c[2] > at) {  // nothing stands there
          ok = c[1] != 0;
          pc = c[3];
          break;
        }
        if (!push(Kind::fence, fence_, at, c[1] ? c[3] : 0)) return Outcome::no_memory;
        fence_ = static_cast<uint32_t>(stack_.size() - 1);
        at -= c[2];
        pc += 4;
        break;
      case kAtomic:
        if (!push(Kind::fence, fence_, at, 0)) return Outcome::no_memory;
        fence_ = static_cast<uint32_t>(stack_.size() - 1);
        pc += 1;
        break;
      case kLookEnd: at = stack_[fence_].b; [[fallthrough]];
      case kAtomicEnd:
        cut();
        pc += 1;
        break;
      case kLookNotEnd: {
        const uint32_t fence = fence_;
        fence_ = stack_[fence].a;
        while (stack_.size() > fence) undo(stack_.take_back());
        ok = false;
        break;
      }
      case kMatch:
        if ((whole_ && at != end_) || (at == not_empty_at_ && at == from)) {
          ok = false;
          break;
        }
        marks_[0] = from;
        marks_[1] = at;
        return Outcome::found;
    }
    if (ok) {
      if ((budget_ -= 1) < 0 && rest()) return Outcome::stopped;
      continue;
    }
    // Back to the last choice.
    for (bool resumed = false; !resumed;) {
      if ((budget_ -= 1) < 0 && rest()) return Outcome::stopped;
      if (stack_.empty()) return Outcome::none;
      Entry& e = stack_.back();
      switch (e.kind) {
        case Kind::choice:
          pc = e.a;
          at = e.b;
          stack_.pop_back();
          resumed = true;
          break;
        case Kind::back_off: do { --e.b;
          } while (e.b > e.c && hopeless(s, e.b, e.a));
          pc = e.a;
          at = e.b;
          if (e.b == e.c) stack_.pop_back();
          resumed = true;
          break;
        case Kind::lazy_one: {
          const uint32_t* r = code + e.a;
          pc = e.a + 6;
          for (bool more = true; more && e.c && one(s, e.b, r[4], r[5]);) {
            ++e.b;
            if (e.c != kUnlimited) --e.c;
            resumed = true;
            more = hopeless(s, e.b, pc);
            if (--budget_ < 0 && rest()) return Outcome::stopped;
          }
          at = e.b;
          if (!resumed) stack_.pop_back();
          break;
        }
        case Kind::lazy_round: {
          const uint32_t* r = code + e.a;
          at = e.b;
          stack_.pop_back();
          Slot& slot = slots_[r[1]];
          if (!push(Kind::undo_slot, r[1], slot.rounds, slot.last)) return Outcome::no_memory;
          slot.last = at;
          pc = r[4];
          resumed = true;
          break;
        }
        case Kind::fence:
          fence_ = e.a;
          if (e.c) {
            pc = e.c;
            at = e.b;
            resumed = true;
          }
          stack_.pop_back();
          break;
        default: undo(stack_.take_back());
      }
    }
  }
}

template <class T>
Outcome Matcher::search_in(const T* s, uint32_t from) {
  if (end_ < p_.narrowest) return Outcome::none;
  const uint32_t last = end_ - p_.narrowest;
  const bool prefixed = !p_.prefix.empty();
  for (uint32_t at = from; at <= last; ++at) {
    if (prefixed) {
      const uint32_t c = p_.prefix[0];
      if constexpr (sizeof(T) == 1) {
        if (c > 0xFF) return Outcome::none;
        const void* found =
            last - at + 1 ? std::memchr(s + at, static_cast<int>(c), last - at + 1) : nullptr;
        if (!found) return Outcome::none;
        at = static_cast<uint32_t>(static_cast<const T*>(found) - s);
      } else {
        while (at <= last && s[at] != c) ++at;
        if (at > last) return Outcome::none;
      }
      if (p_.prefix.size() > 1 && s[at + 1] != p_.prefix[1]) continue;
    } else if (p_.has_first) {
      while (at <= last && !p_.starts(s[at])) ++at;
      if (at > last) return Outcome::none;
    }
    Outcome outcome = run(s, 0, at);
    if (outcome != Outcome::none) return outcome;
  }
  return Outcome::none;
}

Outcome Matcher::match(uint32_t from, uint32_t to, bool whole, uint32_t not_empty_at) {
  reset();
  end_ = to;
  whole_ = whole;
  not_empty_at_ = not_empty_at;
  if (from > to) return Outcome::none;
  switch (text_.width) {
    case 1: return run(static_cast<const uint8_t*>(text_.data), 0, from);
    case 2: return run(static_cast<const uint16_t*>(text_.data), 0, from);
    default: return run(static_cast<const uint32_t*>(text_.data), 0, from);
  }
}

Outcome Matcher::search(uint32_t from, uint32_t to, uint32_t not_empty_at) {
  reset();
  end_ = to;
  whole_ = false;
  not_empty_at_ = not_empty_at;
  if (from > to) return Outcome::none;
  switch (text_.width) {
    case 1: return search_in(static_cast<const uint8_t*>(text_.data), from);
    case 2: return search_in(static_cast<const uint16_t*>(text_.data), from);
    default: return search_in(static_cast<const uint32_t*>(text_.data), from);
  }
}

}  // namespace gilbox::regex
