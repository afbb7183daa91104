#pragma once
// A bump arena: memory handed out by moving a pointer, given back all at once.
//
// Use it for trees of plain data (the AST, scopes) that live and die together:
//     Arena arena;
//     auto* node = arena.make<Name>();
//     std::string_view text = arena.copy("spam");
// Nothing made in an arena has its destructor run, so only trivially destructible types are
// accepted. Threads: an arena belongs to one thread at a time; there is no lock.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gilbox::base {

class Arena {
 public:
  Arena() = default;
  ~Arena() { reset(); }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&& other) noexcept
      : next_(std::exchange(other.next_, nullptr)),
        limit_(std::exchange(other.limit_, nullptr)),
        blocks_(std::exchange(other.blocks_, nullptr)),
        used_(std::exchange(other.used_, 0)) {}

  /// Uninitialised memory of `size` bytes; `alignment` is a power of two, at most 16.
  void* allocate(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) {
    auto at = (reinterpret_cast<std::uintptr_t>(next_) + alignment - 1) & ~(alignment - 1);
    if (next_ == nullptr || at > reinterpret_cast<std::uintptr_t>(limit_) ||
        size > reinterpret_cast<std::uintptr_t>(limit_) - at) {
      return allocate_in_new_block(size);
    }
    next_ = reinterpret_cast<char*>(at + size);
    return reinterpret_cast<void*>(at);
  }

  template <class T, class... Arguments>
  T* make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  /// An uninitialised array; nullptr when `count` is 0.
  template <class T>
  T* make_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    return count == 0 ? nullptr : static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
  }

  /// A copy of `text` that lives as long as the arena; never a null view, even when empty.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return std::string_view("", 0);
    auto* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  /// Bytes taken from the heap so far.
  std::size_t bytes_used() const { return used_; }

  /// Gives everything back; all pointers into the arena die.
  void reset() {
    for (Block* block = blocks_; block != nullptr;)
      ::operator delete(std::exchange(block, block->older));
    blocks_ = nullptr;
    next_ = limit_ = nullptr;
    used_ = 0;
  }

 private:
  struct alignas(std::max_align_t) Block {
    Block* older;
  };
  static constexpr std::size_t kFirstBlock = 4096;
  static constexpr std::size_t kLargestBlock = 256 * 1024;

  void* allocate_in_new_block(std::size_t size) {
    // Blocks double up to a limit; a request larger than that gets a block of its own behind the
    // current one, so that the room left in the current one is not lost.
    std::size_t room = used_ < kFirstBlock ? kFirstBlock : used_;
    if (room > kLargestBlock) room = kLargestBlock;
    bool oversized = size > room / 4 && blocks_ != nullptr;
    if (oversized || size > room) room = size;
    auto* block = static_cast<Block*>(::operator new(sizeof(Block) + room));
    used_ += sizeof(Block) + room;
    block->older = blocks_;
    blocks_ = block;
    char* memory = reinterpret_cast<char*>(block + 1);
    if (!oversized) {
      next_ = memory + size;
      limit_ = memory + room;
    }
    return memory;
  }

  char* next_ = nullptr;
  char* limit_ = nullptr;
  Block* blocks_ = nullptr;
  std::size_t used_ = 0;
};

}  // namespace gilbox::base
