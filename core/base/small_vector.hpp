// SmallVector<T, N>: a growing array whose first N elements need no allocation.
//
// For trivially relocatable T: elements move with memcpy and the source is forgotten. That is every
// trivially copyable type, and any type that says so itself: `static constexpr bool
// kTriviallyRelocatable = true;`. Allocates with malloc when it grows past N and doubles; never
// shrinks by itself, clear() keeps the memory. When memory runs out the program ends: data whose
// size a user decides belongs in containers that report it (try_push_back, try_reserve). Threads: a
// plain value, no locks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace gilbox::base {

template <class T>
concept TriviallyRelocatable =
    std::is_trivially_copyable_v<T> || requires { requires T::kTriviallyRelocatable; };

template <class T, std::size_t N>
class SmallVector {
  static_assert(TriviallyRelocatable<T>, "SmallVector moves its elements with memcpy");
  static_assert(alignof(T) <= alignof(std::max_align_t));

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  SmallVector() = default;
  SmallVector(std::initializer_list<T> items) {
    reserve(items.size());
    for (const T& item : items) push_back(item);
  }
  SmallVector(const SmallVector& other) { append(other.begin(), other.end()); }
  SmallVector(SmallVector&& other) noexcept { take(other); }
  SmallVector& operator=(const SmallVector& other) {
    if (this != &other) {
      clear();
      append(other.begin(), other.end());
    }
    return *this;
  }
  SmallVector& operator=(SmallVector&& other) noexcept {
    if (this != &other) {
      clear();
      free_heap();
      take(other);
    }
    return *this;
  }
  ~SmallVector() {
    clear();
    free_heap();
  }

  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  bool is_inline() const { return data_ == inline_data(); }

  T* data() { return data_; }
  const T* data() const { return data_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](std::size_t at) { return data_[at]; }
  const T& operator[](std::size_t at) const { return data_[at]; }
  T& front() { return data_[0]; }
  const T& front() const { return data_[0]; }
  T& back() { return data_[size_ - 1]; }
  const T& back() const { return data_[size_ - 1]; }
  operator std::span<const T>() const { return {data_, size_}; }
  operator std::span<T>() { return {data_, size_}; }

  void push_back(const T& item) { emplace_back(item); }
  void push_back(T&& item) { emplace_back(std::move(item)); }
  template <class... Arguments>
  T& emplace_back(Arguments&&... arguments) {
    // Built before growing: an argument may be an element of this vector.
    if (size_ == capacity_) [[unlikely]] {
      T item(std::forward<Arguments>(arguments)...);
      reserve(size_ + 1);
      return *new (data_ + size_++) T(std::move(item));
    }
    return *new (data_ + size_++) T(std::forward<Arguments>(arguments)...);
  }
  [[nodiscard]] bool try_push_back(T item) {
    if (!try_reserve(size_ + 1)) return false;
    new (data_ + size_++) T(std::move(item));
    return true;
  }

  // The range must not be part of this vector.
  template <class Iterator>
  void append(Iterator first, Iterator last) {
    reserve(size_ + static_cast<std::size_t>(last - first));
    for (; first != last; ++first) new (data_ + size_++) T(*first);
  }

  void pop_back() { data_[--size_].~T(); }
  T take_back() {
    T item = std::move(back());
    pop_back();
    return item;
  }
  // Keeps the order of the rest.
  void erase(std::size_t at) {
    data_[at].~T();
    std::memmove(static_cast<void*>(data_ + at), static_cast<const void*>(data_ + at + 1),
                 (size_ - at - 1) * sizeof(T));
    --size_;
  }
  void insert(std::size_t at, T item) {
    reserve(size_ + 1);
    std::memmove(static_cast<void*>(data_ + at + 1), static_cast<const void*>(data_ + at),
                 (size_ - at) * sizeof(T));
    new (data_ + at) T(std::move(item));
    ++size_;
  }
  void resize(std::size_t size, const T& filler = T()) {
    while (size_ > size) pop_back();
    reserve(size);
    while (size_ < size) new (data_ + size_++) T(filler);
  }
  void clear() {
    if constexpr (!std::is_trivially_destructible_v<T>) {
      while (size_ > 0) pop_back();
    }
    size_ = 0;
  }

  void reserve(std::size_t wanted) {
    if (!try_reserve(wanted)) std::abort();
  }
  [[nodiscard]] bool try_reserve(std::size_t wanted) {
    if (wanted <= capacity_) return true;
    constexpr std::size_t kMost = PTRDIFF_MAX / sizeof(T);
    if (wanted > kMost) return false;
    std::size_t room = capacity_ <= kMost / 2 ? capacity_ * 2 : kMost;
    if (room < wanted) room = wanted;
    void* memory = is_inline() ? std::malloc(room * sizeof(T))
                               : std::realloc(static_cast<void*>(data_), room * sizeof(T));
    if (memory == nullptr) return false;
    if (is_inline()) std::memcpy(memory, static_cast<const void*>(data_), size_ * sizeof(T));
    data_ = static_cast<T*>(memory);
    capacity_ = room;
    return true;
  }

 private:
  T* inline_data() { return reinterpret_cast<T*>(inline_); }
  const T* inline_data() const { return reinterpret_cast<const T*>(inline_); }
  void free_heap() {
    if (is_inline()) return;
    std::free(static_cast<void*>(data_));
    data_ = inline_data();
    capacity_ = N;
  }
  // Into an empty, inline vector.
  void take(SmallVector& other) {
    if (other.is_inline()) {
      std::memcpy(static_cast<void*>(inline_), static_cast<const void*>(other.inline_),
                  other.size_ * sizeof(T));
    } else {
      data_ = std::exchange(other.data_, other.inline_data());
      capacity_ = std::exchange(other.capacity_, N);
    }
    size_ = std::exchange(other.size_, 0);
  }

  T* data_ = inline_data();
  std::size_t size_ = 0;
  std::size_t capacity_ = N;
  alignas(T) std::byte inline_[(N == 0 ? 1 : N) * sizeof(T)];
};

}  // namespace gilbox::base
