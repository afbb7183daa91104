#include "regex/program.hpp"

namespace gilbox::regex {

namespace {

class Emitter {
 public:
  explicit Emitter(Program& program) : p_(program) {}

  void node(const Node& n) {
    switch (n.kind) {
      case NodeKind::Sequence: return sequence(n);
      case NodeKind::Branch: return branch(n);
      case NodeKind::Char:
      case NodeKind::Any:
      case NodeKind::Class: {
        uint32_t operand, op = one(n, operand);
        return put({op, operand});
      }
      case NodeKind::At: return put({kAt, n.value, !(n.flags & kUnicode)});
      case NodeKind::Repeat: return repeat(n);
      case NodeKind::Group:
        if (!n.value) return node(*n.first);
        put({kSave, 2 * n.value});
        node(*n.first);
        return put({kSave, 2 * n.value + 1});
      case NodeKind::Reference: {
        const Folding how = folding_of(n.flags);
        return put({how == Folding::none    ? kReference
                    : how == Folding::ascii ? kReferenceFoldAscii
                                            : kReferenceFold,
                    n.value});
      }
      case NodeKind::Conditional: return conditional(n);
      case NodeKind::Look: {
        put({kLook, n.negated, n.behind ? n.value : 0, 0});
        const size_t after = here() - 1;
        node(*n.first);
        put({n.negated ? kLookNotEnd : kLookEnd});
        p_.code[after] = here();
        return;
      }
      case NodeKind::Atomic:
        put({kAtomic});
        node(*n.first);
        return put({kAtomicEnd});
    }
  }

 private:
  void put(std::initializer_list<uint32_t> words) { p_.code.insert(p_.code.end(), words); }
  uint32_t here() const { return static_cast<uint32_t>(p_.code.size()); }

  static bool is_plain(const Node& n) {
    return n.kind == NodeKind::Char && !(n.flags & kIgnoreCase && is_cased(n));
  }
  static bool is_cased(const Node& n) {
    const Folding how = folding_of(n.flags);
    return how == Folding::ascii
               ? (n.value | 32) - 'a' < 26
               : fold(n.value) != n.value || n.value >= 0x80 || (n.value | 32) - 'a' < 26;
  }
  static uint32_t one(const Node& n, uint32_t& operand) {
    operand = n.kind == NodeKind::Any ? 0 : n.value;
    if (n.kind == NodeKind::Class) return kClass;
    if (n.kind == NodeKind::Any) return n.flags & kDotAll ? kAnyAll : kAny;
    if (is_plain(n)) return kChar;
    const Folding how = folding_of(n.flags);
    operand = fold(n.value, how);
    return how == Folding::ascii ? kCharFoldAscii : kCharFold;
  }

  void sequence(const Node& n) {
    for (const Node* c = n.first; c;) {
      const Node* end = c;
      uint32_t run = 0;
      for (; end && is_plain(*end); end = end->next) ++run;
      if (run < 2) {
        node(*c);
        c = c->next;
        continue;
      }
      put({kText, run});
      for (; c != end; c = c->next) put({c->value});
    }
  }

  void branch(const Node& n) {
    std::vector<size_t> ends;
    for (const Node* c = n.first; c; c = c->next) {
      if (!c->next) {
        node(*c);
        break;
      }
      put({kSplit, here() + 3, 0});
      const size_t otherwise = here() - 1;
      node(*c);
      put({kJump, 0});
      ends.push_back(here() - 1);
      p_.code[otherwise] = here();
    }
    for (size_t at : ends) p_.code[at] = here();
  }

  void conditional(const Node& n) {
    put({kIfGroup, n.value, 0});
    const size_t otherwise = here() - 1;
    node(*n.first);
    if (const Node* no = n.first->next) {
      put({kJump, 0});
      const size_t end = here() - 1;
      p_.code[otherwise] = here();
      node(*no);
      p_.code[end] = here();
    } else {
      p_.code[otherwise] = here();
    }
  }

  // The one character a repetition repeats, or null.
  static const Node* single(const Node* n) {
    for (;;) {
      const bool wraps = n->kind == NodeKind::Group
                             ? n->value == 0
                             : n->kind == NodeKind::Sequence && n->first && !n->first->next;
      if (!wraps) break;
      n = n->first;
    }
    return n->kind == NodeKind::Char || n->kind == NodeKind::Any || n->kind == NodeKind::Class
               ? n
               : nullptr;
  }

  void repeat(const Node& n) {
    const Node& body = *n.first;
    uint32_t low = n.minimum, high = n.maximum;
    if (const Node* c = single(&body)) {
      uint32_t operand, op = one(*c, operand);
      return put({kRepeatOne, low, high, static_cast<uint32_t>(n.greed), op, operand});
    }
    if (body.widest == 0) {  // once is as good as often
      low = low ? 1 : 0;
      high = high ? 1 : 0;
    }
    if (high == 0) return;
    const bool possessive = n.greed == Greed::possessive;
    if (possessive) put({kAtomic});
    rounds(body, low, high, n.greed == Greed::lazy);
    if (possessive) put({kAtomicEnd});
  }
  void rounds(const Node& body, uint32_t low, uint32_t high, bool lazy) {
    if (low == 1 && high == 1) return node(body);
    const auto split = [&](uint32_t again) {  // `again` or on from behind this
      const uint32_t after = here() + 3;
      put({kSplit, lazy ? after : again, lazy ? again : after});
    };
    if (low == 0 && high == 1) {
      split(here() + 3);
      const size_t at = here();
      node(body);
      p_.code[at - (lazy ? 2 : 1)] = here();
      return;
    }
    if (high == kUnlimited && low <= 1 && body.narrowest > 0) {
      if (low == 0) {
        split(here() + 3);
        const size_t at = here();
        node(body);
        put({kJump, static_cast<uint32_t>(at - 3)});
        p_.code[at - (lazy ? 2 : 1)] = here();
      } else {
        const uint32_t again = here();
        node(body);
        split(again);
      }
      return;
    }
    const uint32_t slot = p_.slots++;
    put({kLoop, slot, 0});
    const uint32_t start = here();
    node(body);
    put({kNext, slot});
    p_.code[start - 1] = here();
    put({kUntil, slot, low, high, start, lazy});
  }

  Program& p_;
};

// Which characters a match can begin with.
class First {
 public:
  explicit First(Program& program) : p_(program) {}

  // False: anything, or unknown. `empty`: it may take nothing, so what follows counts too.
  bool of(const Node& n, bool& empty) {
    empty = false;
    switch (n.kind) {
      case NodeKind::Char: {
        const Folding how = folding_of(n.flags);
        if (how == Folding::none) return add(n.value), true;
        const uint32_t wanted = fold(n.value, how);
        for (uint32_t c = 0; c < 256; ++c)
          if (fold(c, how) == wanted) add(c);
        p_.first_wide = true;
        return true;
      }
      case NodeKind::Class:
        for (uint32_t c = 0; c < 256; ++c)
          if (p_.classes[n.value].contains(c)) add(c);
        p_.first_wide = true;
        return true;
      case NodeKind::Sequence:
        for (const Node* c = n.first; c; c = c->next) {
          if (!of(*c, empty)) return false;
          if (!empty) return true;
        }
        empty = true;
        return true;
      case NodeKind::Branch: {
        bool any = false;
        for (const Node* c = n.first; c; c = c->next) {
          bool nothing;
          if (!of(*c, nothing)) return false;
          any = any || nothing;
        }
        empty = any;
        return true;
      }
      case NodeKind::Repeat: {
        const bool known = of(*n.first, empty);
        empty = empty || n.minimum == 0;
        return known;
      }
      case NodeKind::Group:
      case NodeKind::Atomic: return of(*n.first, empty);
      case NodeKind::At:
      case NodeKind::Look: return empty = true;
      default: return false;
    }
  }

 private:
  void add(uint32_t c) {
    if (c < 256)
      p_.first[c >> 5] |= 1u << (c & 31);
    else
      p_.first_wide = true;
  }
  Program& p_;
};

// The text every match begins with.
void find_prefix(const Node& n, Program& p) {
  const Node* c = &n;
  while ((c->kind == NodeKind::Sequence || c->kind == NodeKind::Group ||
          c->kind == NodeKind::Atomic) &&
         c->first) {
    c = c->first;
    if (c->kind == NodeKind::Char) break;
  }
  for (; c && c->kind == NodeKind::Char && !(c->flags & kIgnoreCase); c = c->next)
    p.prefix.push_back(c->value);
}

}  // namespace

Program emit(Parsed&& parsed) {
  Program p;
  p.classes = std::move(parsed.classes);
  p.names = std::move(parsed.names);
  p.flags = parsed.flags;
  p.groups = parsed.groups;
  p.narrowest = parsed.tree->narrowest;
  Emitter(p).node(*parsed.tree);
  p.code.push_back(kMatch);
  find_prefix(*parsed.tree, p);
  bool empty = true;
  p.has_first = p.prefix.empty() && First(p).of(*parsed.tree, empty) && !empty;
  return p;
}

}  // namespace gilbox::regex
