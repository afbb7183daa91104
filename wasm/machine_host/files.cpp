#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::Descriptor;

namespace {

// A call with one path.
host::Result<std::int32_t> path_call(SystemCall call, std::string_view path, std::int32_t c = 0,
                                     std::int32_t d = 0) {
  return host_answer(system_call(call, word_of(path.data()), word_of(path.size()), c, d));
}

host::Result<void> without_value(const host::Result<std::int32_t>& answer) {
  if (answer) return {};
  return base::failure(answer.error());
}

host::FileStatus status_of(const StatBlock& block) {
  constexpr double kNanosecondsAMillisecond = 1e6;
  const bool directory = block.kind == 1;
  return {.kind = directory ? host::FileKind::directory : host::FileKind::file,
          .size = block.size,
          .modified = static_cast<sync::Nanoseconds>(block.modified * kNanosecondsAMillisecond),
          .permissions = directory ? 0755U : 0644U,
          .identity = static_cast<std::uint64_t>(block.identity)};
}

// A text whose length only the answer tells: asked again until it fits.
template <class Ask>
host::Result<std::string> long_text(Ask ask) {
  std::string text(256, '\0');
  for (;;) {
    const auto wanted = static_cast<std::size_t>(GILBOX_TRY(host_answer(ask(text))));
    const bool fits = wanted <= text.size();
    text.resize(wanted);
    if (fits) return text;
  }
}

}  // namespace

host::Result<std::int32_t> MachineFiles::file_of(Descriptor descriptor) const {
  const auto row = GILBOX_TRY(table_.find(descriptor));
  if (row.kind != DescriptorTable::Kind::file) return base::failure(host::Error::not_seekable);
  return row.object;
}

host::Result<Descriptor> MachineFiles::open(std::string_view path,
                                            const host::OpenOptions& options) {
  std::int32_t flags = 0;
  if (options.read) flags |= open_flag::kRead;
  if (options.write) flags |= open_flag::kWrite;
  if (options.append) flags |= open_flag::kAppend;
  if (options.create) flags |= open_flag::kCreate;
  if (options.exclusive) flags |= open_flag::kExclusive;
  if (options.truncate) flags |= open_flag::kTruncate;
  const std::int32_t file = GILBOX_TRY(path_call(SystemCall::file_open, path, flags));
  return table_.add({DescriptorTable::Kind::file, file});
}

host::Result<std::uint64_t> MachineFiles::seek(Descriptor descriptor, std::int64_t offset,
                                               host::SeekFrom from) {
  const std::int32_t file = GILBOX_TRY(file_of(descriptor));
  if (offset != static_cast<std::int32_t>(offset)) return base::failure(host::Error::invalid);
  return host_answer(system_call(SystemCall::file_seek, file, static_cast<std::int32_t>(offset),
                                 static_cast<std::int32_t>(from)));
}

host::Result<void> MachineFiles::truncate(Descriptor descriptor, std::uint64_t size) {
  const std::int32_t file = GILBOX_TRY(file_of(descriptor));
  if (size > INT32_MAX) return base::failure(host::Error::file_too_large);
  return without_value(host_answer(
      system_call(SystemCall::file_truncate, file, word_of(static_cast<std::size_t>(size)))));
}

host::Result<host::FileStatus> MachineFiles::status(std::string_view path) {
  StatBlock block{};
  GILBOX_TRY(path_call(SystemCall::file_stat, path, word_of(&block)));
  return status_of(block);
}

host::Result<host::FileStatus> MachineFiles::status(Descriptor descriptor) {
  const auto row = GILBOX_TRY(table_.find(descriptor));
  if (row.kind != DescriptorTable::Kind::file) {
    return host::FileStatus{.kind = host::FileKind::pipe, .permissions = 0600};
  }
  StatBlock block{};
  GILBOX_TRY(host_answer(system_call(SystemCall::file_stat, row.object, -1, word_of(&block))));
  return status_of(block);
}

host::Result<std::vector<host::DirectoryEntry>> MachineFiles::list(std::string_view path) {
  const std::string names = GILBOX_TRY(long_text([&](std::string& text) {
    return system_call(SystemCall::file_list, word_of(path.data()), word_of(path.size()),
                       word_of(text.data()), word_of(text.size()));
  }));
  std::vector<host::DirectoryEntry> entries;
  for (std::string_view rest = names; !rest.empty();) {
    const std::size_t end = rest.find('\0');
    entries.push_back({.name = std::string(rest.substr(1, end - 1)),
                       .kind = rest[0] == 'd' ? host::FileKind::directory : host::FileKind::file});
    rest.remove_prefix(end + 1);
  }
  return entries;
}

host::Result<void> MachineFiles::make_directory(std::string_view path) {
  return without_value(path_call(SystemCall::file_make_directory, path));
}
host::Result<void> MachineFiles::remove_directory(std::string_view path) {
  return without_value(path_call(SystemCall::file_remove, path, 1));
}
host::Result<void> MachineFiles::remove_file(std::string_view path) {
  return without_value(path_call(SystemCall::file_remove, path, 0));
}
host::Result<void> MachineFiles::rename(std::string_view from, std::string_view to) {
  return without_value(
      path_call(SystemCall::file_rename, from, word_of(to.data()), word_of(to.size())));
}

std::string MachineFiles::current_directory() {
  return long_text([](std::string& text) {
           return system_call(SystemCall::directory_current, word_of(text.data()),
                              word_of(text.size()));
         })
      .value_or("/");
}

host::Result<void> MachineFiles::change_directory(std::string_view path) {
  return without_value(path_call(SystemCall::directory_change, path));
}

}  // namespace gilbox::machine
