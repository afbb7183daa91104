#include "trace/names.hpp"

#include <memory>

#include "base/arena.hpp"
#include "base/hash.hpp"
#include "sync/mutex.hpp"
#include "trace/outside_view.hpp"

namespace gilbox::trace {

namespace {

// Open addressing over the numbers of names_; a free place holds kFree.
class Names {
 public:
  Names() {
    slots_.resize(256, kFree);
    add("");
    add("\xE2\x80\xA6");
  }

  std::uint32_t intern(std::string_view text) {
    sync::MutexLock lock(mutex_);
    const std::size_t slot = find(text);
    if (slots_[slot] != kFree) return slots_[slot];
    return names_.size() < kMostNames ? add(text) : 1;
  }

  std::string_view name(std::uint32_t number) {
    sync::MutexLock lock(mutex_);
    return number < names_.size() ? names_[number] : std::string_view();
  }

  std::uint32_t count() {
    sync::MutexLock lock(mutex_);
    return static_cast<std::uint32_t>(names_.size());
  }

  std::vector<std::string_view> all() {
    sync::MutexLock lock(mutex_);
    return names_;
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;

  std::size_t find(std::string_view text) const GILBOX_REQUIRES(mutex_) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(base::hash_bytes(text)) & mask;
    while (slots_[slot] != kFree && names_[slots_[slot]] != text) slot = (slot + 1) & mask;
    return slot;
  }

  std::uint32_t add(std::string_view text) GILBOX_REQUIRES(mutex_) {
    if (names_.size() * 2 >= slots_.size()) {
      slots_.assign(slots_.size() * 2, kFree);
      for (std::uint32_t i = 0; i < names_.size(); ++i) slots_[find(names_[i])] = i;
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.push_back(texts_.copy(text));
    slots_[find(text)] = number;
    show_outside(number, names_.back());
    return number;
  }

  void show_outside(std::uint32_t number, std::string_view text) GILBOX_REQUIRES(mutex_) {
    const std::uint32_t entry = number % OutsideNames::kEntries;
    if (entry == 0) {
      auto* const page = new OutsideNames{};
      (last_page_ ? last_page_->next : outside_view.names).store(page, std::memory_order_release);
      last_page_ = page;
    }
    last_page_->entries[entry] = {text.data(), static_cast<std::uint32_t>(text.size())};
    outside_view.name_count.store(number + 1, std::memory_order_release);
  }

  sync::Mutex mutex_;
  OutsideNames* last_page_ GILBOX_GUARDED_BY(mutex_) = nullptr;
  base::Arena texts_ GILBOX_GUARDED_BY(mutex_);
  std::vector<std::string_view> names_ GILBOX_GUARDED_BY(mutex_);
  std::vector<std::uint32_t> slots_ GILBOX_GUARDED_BY(mutex_);
};

// Never destroyed: threads may still record while the process ends.
Names& names() {
  static Names* const all = new Names;
  return *all;
}

}  // namespace

std::uint32_t intern(std::string_view text) { return names().intern(text); }
std::string_view name(std::uint32_t number) { return names().name(number); }
std::uint32_t name_count() { return names().count(); }
std::vector<std::string_view> all_names() { return names().all(); }

}  // namespace gilbox::trace
