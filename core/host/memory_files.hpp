// Files, pipes and the standard streams in memory: a small world for tests, fuzzing and embedding.
//
//   MemoryFiles files;
//   files.put("/home/main.py", "print(1)");
//   files.feed("typed by the user\n");  files.end_input();
//   … run something on it …
//   CHECK(files.take_output() == "1\n");
//
// Descriptors 0, 1, 2 are there from the start; what is written to 1 and 2 is kept until taken.
// There are no links and no permissions. A write that would bring all files and pipes over `limit`
// bytes is no_space. Threads: any; one lock for everything.
#pragma once

#include <map>
#include <memory>

#include "host/files.hpp"
#include "sync/mutex.hpp"

namespace gilbox::host {

class MemoryFiles final : public Files, public Descriptors {
 public:
  explicit MemoryFiles(std::uint64_t limit = 64u << 20);
  ~MemoryFiles() override;

  // Makes directories on the way. Ends the program when the path is not possible: for set-up only.
  void put(std::string_view path, std::string_view content);
  Result<std::string> get(std::string_view path);
  void feed(std::string_view input);
  void end_input();
  std::string take_output();
  std::string take_errors();

  Result<Descriptor> open(std::string_view path, const OpenOptions& options) override;
  Result<std::uint64_t> seek(Descriptor descriptor, std::int64_t offset, SeekFrom from) override;
  Result<void> truncate(Descriptor descriptor, std::uint64_t size) override;
  Result<FileStatus> status(std::string_view path) override;
  Result<FileStatus> status(Descriptor descriptor) override;
  Result<std::vector<DirectoryEntry>> list(std::string_view path) override;
  Result<void> make_directory(std::string_view path) override;
  Result<void> remove_directory(std::string_view path) override;
  Result<void> remove_file(std::string_view path) override;
  Result<void> rename(std::string_view from, std::string_view to) override;
  std::string current_directory() override;
  Result<void> change_directory(std::string_view path) override;

  Result<std::size_t> try_read(Descriptor descriptor, std::span<char> into) override;
  Result<std::size_t> try_write(Descriptor descriptor, std::span<const char> from) override;
  Result<void> close(Descriptor descriptor) override;
  Result<Descriptor> duplicate(Descriptor descriptor) override;
  bool is_terminal(Descriptor) override { return false; }
  void watch(Descriptor descriptor, Interest interest, sync::Parker& parker) override;
  void unwatch(Descriptor descriptor, Interest interest, sync::Parker& parker) override;
  Result<PipeEnds> create_pipe(std::size_t capacity) override;

 private:
  struct Node;
  struct Pipe;
  struct Open;
  struct Step;
  using Way = std::vector<Step>;

  Result<Way> find(std::string_view path) GILBOX_REQUIRES(mutex_);
  Result<std::shared_ptr<Node>> node_at(std::string_view path) GILBOX_REQUIRES(mutex_);
  Result<Open*> open_at(Descriptor descriptor) GILBOX_REQUIRES(mutex_);
  Result<Open*> file_at(Descriptor descriptor) GILBOX_REQUIRES(mutex_);
  std::shared_ptr<Node> new_node(bool directory) GILBOX_REQUIRES(mutex_);
  Descriptor add(std::shared_ptr<Open> open) GILBOX_REQUIRES(mutex_);
  void add_stream(bool read) GILBOX_REQUIRES(mutex_);
  Result<void> remove(std::string_view path, bool directory) GILBOX_REQUIRES(mutex_);
  Result<void> resize(std::string& bytes, std::uint64_t size) GILBOX_REQUIRES(mutex_);
  std::string take(Descriptor descriptor);

  sync::Mutex mutex_;
  const std::uint64_t limit_;
  std::uint64_t held_ GILBOX_GUARDED_BY(mutex_) = 0;  // bytes of all files and pipes
  std::uint64_t next_identity_ GILBOX_GUARDED_BY(mutex_) = 1;
  std::shared_ptr<Node> root_ GILBOX_GUARDED_BY(mutex_);
  std::string directory_ GILBOX_GUARDED_BY(mutex_) = "/";
  std::map<std::int32_t, std::shared_ptr<Open>> open_ GILBOX_GUARDED_BY(mutex_);
};

}  // namespace gilbox::host
