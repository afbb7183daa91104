#include "host/native_files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace gilbox::host {

namespace {

auto last_error() { return base::failure(error_of_number(errno)); }

Result<void> done(int answer) {
  if (answer != 0) return last_error();
  return {};
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISFIFO(mode)) return FileKind::pipe;
  return S_ISCHR(mode) ? FileKind::terminal : FileKind::other;
}

FileStatus status_of(const struct stat& status) {
  return {.kind = kind_of(status.st_mode),
          .size = static_cast<std::uint64_t>(status.st_size),
          .modified = static_cast<sync::Nanoseconds>(status.st_mtim.tv_sec) * sync::kSecond +
                      status.st_mtim.tv_nsec,
          .permissions = status.st_mode & 07777,
          .identity = static_cast<std::uint64_t>(status.st_dev) << 48 ^ status.st_ino};
}

}  // namespace

Result<Descriptor> NativeFiles::open(std::string_view path, const OpenOptions& options) {
  int flags = options.write ? (options.read ? O_RDWR : O_WRONLY) : O_RDONLY;
  flags |= O_CLOEXEC;
  if (options.append) flags |= O_APPEND;
  if (options.create) flags |= O_CREAT;
  if (options.exclusive) flags |= O_EXCL;
  if (options.truncate) flags |= O_TRUNC;
  const int descriptor = ::open(std::string(path).c_str(), flags, 0666);
  if (descriptor < 0) return last_error();
  return Descriptor{descriptor};
}

Result<std::uint64_t> NativeFiles::seek(Descriptor descriptor, std::int64_t offset, SeekFrom from) {
  const int whence = from == SeekFrom::start     ? SEEK_SET
                     : from == SeekFrom::current ? SEEK_CUR
                                                 : SEEK_END;
  const off_t position = lseek(static_cast<int>(descriptor), static_cast<off_t>(offset), whence);
  if (position < 0) return last_error();
  return static_cast<std::uint64_t>(position);
}

Result<void> NativeFiles::truncate(Descriptor descriptor, std::uint64_t size) {
  return done(ftruncate(static_cast<int>(descriptor), static_cast<off_t>(size)));
}

Result<FileStatus> NativeFiles::status(std::string_view path) {
  struct stat status{};
  if (stat(std::string(path).c_str(), &status) != 0) return last_error();
  return status_of(status);
}

Result<FileStatus> NativeFiles::status(Descriptor descriptor) {
  struct stat status{};
  if (fstat(static_cast<int>(descriptor), &status) != 0) return last_error();
  return status_of(status);
}

Result<std::vector<DirectoryEntry>> NativeFiles::list(std::string_view path) {
  DIR* const directory = opendir(std::string(path).c_str());
  if (directory == nullptr) return last_error();
  std::vector<DirectoryEntry> entries;
  while (const dirent* const entry = readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status{};
    const bool known = fstatat(dirfd(directory), entry->d_name, &status, 0) == 0;
    entries.push_back({std::string(name), known ? kind_of(status.st_mode) : FileKind::other});
  }
  closedir(directory);
  return entries;
}

Result<void> NativeFiles::make_directory(std::string_view path) {
  return done(mkdir(std::string(path).c_str(), 0777));
}

Result<void> NativeFiles::remove_directory(std::string_view path) {
  return done(rmdir(std::string(path).c_str()));
}

Result<void> NativeFiles::remove_file(std::string_view path) {
  return done(unlink(std::string(path).c_str()));
}

Result<void> NativeFiles::rename(std::string_view from, std::string_view to) {
  return done(::rename(std::string(from).c_str(), std::string(to).c_str()));
}

std::string NativeFiles::current_directory() {
  char path[4096];
  return getcwd(path, sizeof path) != nullptr ? path : "/";
}

Result<void> NativeFiles::change_directory(std::string_view path) {
  return done(chdir(std::string(path).c_str()));
}

ConsoleSize NativeConsole::size() {
  winsize window{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0) return {};
  return {.columns = window.ws_col, .rows = window.ws_row};
}

void NativeConsole::set_line_mode(bool on) {
  termios mode{};
  if (tcgetattr(STDIN_FILENO, &mode) != 0) return;
  constexpr tcflag_t kLineMode = ICANON | ECHO;
  mode.c_lflag = on ? mode.c_lflag | kLineMode : mode.c_lflag & ~kLineMode;
  tcsetattr(STDIN_FILENO, TCSANOW, &mode);
}

}  // namespace gilbox::host
