// A natural merge sort: runs that are in order already are found (descending ones turned round),
// short ones are extended by binary insertion, and neighbours are merged while the stack of runs
// keeps its lengths balanced (the scheme of Peters' timsort, without galloping).
#include "types/list_sort.hpp"

#include <cstring>

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

struct Item {
  Value key, value;  // value unbound when sorting without a key
};

enum class Kind { Small, Real, Text, Any };

class Sorter {
 public:
  Sorter(Thread& t, Item* items, uint32_t n, Item* spare)
      : t_(t), items_(items), n_(n), spare_(spare) {}

  bool run() {
    kind_ = kind_of_keys();
    uint32_t min_run = n_;
    uint32_t odd = 0;
    while (min_run >= 64) {
      odd |= min_run & 1;
      min_run >>= 1;
    }
    min_run += odd;
    for (uint32_t at = 0; at < n_;) {
      uint32_t length = natural_run(at);
      if (failed_) return false;
      if (length < min_run) {
        uint32_t wanted = n_ - at < min_run ? n_ - at : min_run;
        insert_sort(at, at + length, at + wanted);
        if (failed_) return false;
        length = wanted;
      }
      runs_[depth_++] = {at, length};
      at += length;
      while (depth_ > 1 && unbalanced()) {
        merge_at(depth_ > 2 && runs_[depth_ - 3].length < runs_[depth_ - 1].length ? depth_ - 3
                                                                                   : depth_ - 2);
        if (failed_) return false;
      }
    }
    while (depth_ > 1) {
      merge_at(depth_ > 2 && runs_[depth_ - 3].length < runs_[depth_ - 1].length ? depth_ - 3
                                                                                 : depth_ - 2);
      if (failed_) return false;
    }
    return true;
  }

 private:
  struct Run {
    uint32_t start, length;
  };

  bool unbalanced() const {
    uint64_t c = runs_[depth_ - 1].length, b = runs_[depth_ - 2].length;
    if (b <= c) return true;
    if (depth_ > 2 && runs_[depth_ - 3].length <= b + c) return true;
    return depth_ > 3 &&
           runs_[depth_ - 4].length <= static_cast<uint64_t>(runs_[depth_ - 3].length) + b;
  }

  Kind kind_of_keys() const {
    bool small = true, real = true, text = true;
    for (uint32_t i = 0; i < n_; ++i) {
      Value k = items_[i].key;
      small &= k.is_small();
      real &= k.is_real();
      text &= is_exact_str(k);
    }
    return small ? Kind::Small : real ? Kind::Real : text ? Kind::Text : Kind::Any;
  }

  bool less(Value a, Value b) {
    switch (kind_) {
      case Kind::Small: return a.small() < b.small();
      case Kind::Real: return a.real() < b.real();
      case Kind::Text: return str_compare(*a.as<Str>(), *b.as<Str>()) < 0;
      case Kind::Any: break;
    }
    int r = compare_bool(t_, a, b, CompareOp::LT);
    if (r < 0) failed_ = true;
    return r > 0;
  }

  uint32_t natural_run(uint32_t at) {
    uint32_t end = at + 1;
    if (end == n_) return 1;
    if (less(items_[end].key, items_[at].key)) {
      while (!failed_ && ++end < n_ && less(items_[end].key, items_[end - 1].key)) {
      }
      for (uint32_t i = at, j = end; i + 1 < j; ++i) std::swap(items_[i], items_[--j]);
    } else {
      while (!failed_ && ++end < n_ && !less(items_[end].key, items_[end - 1].key)) {
      }
    }
    return end - at;
  }

  void insert_sort(uint32_t start, uint32_t sorted, uint32_t end) {
    for (uint32_t i = sorted; i < end; ++i) {
      Item item = items_[i];
      uint32_t low = start, high = i;
      while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (less(item.key, items_[middle].key))
          high = middle;
        else
          low = middle + 1;
        if (failed_) return;
      }
      memmove(static_cast<void*>(items_ + low + 1), items_ + low, (i - low) * sizeof(Item));
      items_[low] = item;
    }
  }

  // Merges runs i and i + 1. The left one waits in the spare memory. On failure every item is still
  // present once.
  void merge_at(uint32_t i) {
    Run left = runs_[i], right = runs_[i + 1];
    runs_[i].length += right.length;
    for (uint32_t k = i + 1; k + 1 < depth_; ++k) runs_[k] = runs_[k + 1];
    --depth_;
    memcpy(static_cast<void*>(spare_), items_ + left.start, left.length * sizeof(Item));
    Item *a = spare_, *a_end = spare_ + left.length;
    Item *b = items_ + right.start, *b_end = b + right.length, *out = items_ + left.start;
    while (a < a_end && b < b_end && !failed_) {
      bool take_right = less(b->key, a->key);
      if (failed_) break;
      *out++ = take_right ? *b++ : *a++;
    }
    memcpy(static_cast<void*>(out), a, (a_end - a) * sizeof(Item));
  }

  Thread& t_;
  Item* items_;
  uint32_t n_;
  Item* spare_;
  Kind kind_ = Kind::Any;
  bool failed_ = false;
  Run runs_[64];
  uint32_t depth_ = 0;
};

void reverse_items(Item* items, uint32_t n) {
  for (uint32_t i = 0, j = n; i + 1 < j; ++i) std::swap(items[i], items[--j]);
}

}  // namespace

bool sort_list(Thread& t, List& list, Value key, bool reverse) {
  Var held_list(Value::object(&list));
  Value* taken = list.items;
  uint32_t n = list.size, capacity = list.capacity;
  list.items = nullptr;
  list.size = list.capacity = 0;

  bool ok = true;
  size_t bytes = n * sizeof(Item);
  auto* items = n ? static_cast<Item*>(allocate(bytes)) : nullptr;
  auto* spare = n ? static_cast<Item*>(allocate(bytes)) : nullptr;
  if (n && (!items || !spare)) ok = (raise_memory_error(t), false);
  uint32_t keyed = 0;
  if (ok) {
    for (; keyed < n; ++keyed) {
      if (key.is_none()) {
        items[keyed] = {taken[keyed], Value()};
        continue;
      }
      Var k = call1(t, key, taken[keyed]);
      if (k.failed()) {
        ok = false;
        break;
      }
      items[keyed] = {k.take(), taken[keyed]};
    }
    if (ok && n > 1) {
      if (reverse) reverse_items(items, n);  // twice reversed: equal items keep their order
      ok = Sorter(t, items, n, spare).run();
      if (reverse) reverse_items(items, n);
    }
    if (keyed == n)
      for (uint32_t i = 0; i < n; ++i) taken[i] = key.is_none() ? items[i].key : items[i].value;
    if (!key.is_none())
      for (uint32_t i = 0; i < keyed; ++i) release(items[i].key);
  }
  if (items) deallocate(items, bytes);
  if (spare) deallocate(spare, bytes);

  // Put the items back; whatever was put in meanwhile goes.
  Value* intruders = list.items;
  uint32_t intruder_size = list.size, intruder_capacity = list.capacity;
  bool touched = intruders != nullptr;
  list.items = taken;
  list.size = n;
  list.capacity = capacity;
  for (uint32_t i = 0; i < intruder_size; ++i) release(intruders[i]);
  if (intruders) deallocate(intruders, intruder_capacity * sizeof(Value));
  if (ok && touched) return raise(t, exc::ValueError, "list modified during sort"), false;
  return ok;
}

}  // namespace gilbox::py
