// Files: a tree of files and directories, by path.
//
// open() gives a Descriptor; its bytes are read and written through Descriptors. Paths are UTF-8
// with '/', relative ones start at current_directory(). Calls may take as long as the storage does
// (on the machine, a round trip to the kernel worker): call them with the GIL released. Threads:
// every function may be called from any thread; a descriptor's position is shared by those who use
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "host/descriptors.hpp"

namespace gilbox::host {

struct OpenOptions {
  bool read = true;
  bool write = false;
  bool append = false;     // every write goes to the end
  bool create = false;     // make the file when there is none
  bool exclusive = false;  // with create: `exists` when there is one
  bool truncate = false;   // with write: drop what it holds
};

enum class FileKind : std::uint8_t { file, directory, pipe, terminal, other };

struct FileStatus {
  FileKind kind = FileKind::file;
  std::uint64_t size = 0;            // bytes
  sync::Nanoseconds modified = 0;    // since 1970-01-01 UTC
  std::uint32_t permissions = 0644;  // as in st_mode & 07777
  std::uint64_t identity = 0;        // equal for two paths to the same file
};

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::file;
};

enum class SeekFrom : std::uint8_t { start, current, end };

class Files {
 public:
  virtual ~Files() = default;

  virtual Result<Descriptor> open(std::string_view path, const OpenOptions& options) = 0;
  // The new position from the start.
  virtual Result<std::uint64_t> seek(Descriptor descriptor, std::int64_t offset, SeekFrom from) = 0;
  virtual Result<void> truncate(Descriptor descriptor, std::uint64_t size) = 0;
  virtual Result<FileStatus> status(std::string_view path) = 0;
  virtual Result<FileStatus> status(Descriptor descriptor) = 0;

  // In no order; without "." and "..".
  virtual Result<std::vector<DirectoryEntry>> list(std::string_view path) = 0;
  virtual Result<void> make_directory(std::string_view path) = 0;
  virtual Result<void> remove_directory(std::string_view path) = 0;
  virtual Result<void> remove_file(std::string_view path) = 0;
  // Replaces a file at `to`.
  virtual Result<void> rename(std::string_view from, std::string_view to) = 0;

  virtual std::string current_directory() = 0;
  virtual Result<void> change_directory(std::string_view path) = 0;
};

}  // namespace gilbox::host
