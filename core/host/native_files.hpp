// Files of the real system (POSIX), and what is special about its terminal. For native programs and
// tests.
//
// Threads: any; the current directory is the whole program's.
#pragma once

#include "host/console.hpp"
#include "host/files.hpp"

namespace gilbox::host {

class NativeFiles final : public Files {
 public:
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
};

class NativeConsole final : public Console {
 public:
  ConsoleSize size() override;
  void set_line_mode(bool on) override;
};

}  // namespace gilbox::host
