#include "host/memory_files.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "host/memory_nodes.hpp"
#include "sync/clock.hpp"

namespace gilbox::host {

MemoryFiles::MemoryFiles(std::uint64_t limit) : limit_(limit) {
  sync::MutexLock lock(mutex_);
  root_ = new_node(true);
  add_stream(true);
  add_stream(false);
  add_stream(false);
}

MemoryFiles::~MemoryFiles() = default;

std::shared_ptr<MemoryFiles::Node> MemoryFiles::new_node(bool directory) {
  auto node = std::make_shared<Node>();
  node->is_directory = directory;
  node->identity = next_identity_++;
  node->held = &held_;
  node->modified = sync::wall_clock_now();
  return node;
}

void MemoryFiles::put(std::string_view path, std::string_view content) {
  for (std::size_t slash = path.find('/', 1); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    static_cast<void>(make_directory(path.substr(0, slash)));
  }
  const auto file = open(path, {.read = false, .write = true, .create = true, .truncate = true});
  bool written = file.has_value();
  while (written && !content.empty()) {
    const auto count = try_write(*file, content);
    written = count.has_value();
    if (written) content.remove_prefix(*count);
  }
  if (!written) {
    std::fprintf(stderr, "gilbox: a file in memory cannot be made\n");
    std::abort();
  }
  static_cast<void>(close(*file));
}

Result<std::string> MemoryFiles::get(std::string_view path) {
  sync::MutexLock lock(mutex_);
  const std::shared_ptr<Node> node = GILBOX_TRY(node_at(path));
  if (node->is_directory) return base::failure(Error::is_a_directory);
  return node->bytes;
}

// The way from "/" to "a/./b/../c". All but the last step must be there.
Result<MemoryFiles::Way> MemoryFiles::find(std::string_view path) {
  if (path.empty()) return base::failure(Error::not_found);
  std::string full(path);
  if (path[0] != '/') full.insert(0, directory_ + "/");
  std::string_view rest = full;
  Way way{{"", root_}};
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view name = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    const std::shared_ptr<Node> here = way.back().node;
    if (here == nullptr) {
      if (name.empty()) continue;  // slashes after the last name
      return base::failure(Error::not_found);
    }
    if (!here->is_directory) return base::failure(Error::not_a_directory);
    if (name.empty() || name == ".") continue;
    if (name == "..") {
      if (way.size() > 1) way.pop_back();
      continue;
    }
    if (name.size() > 255) return base::failure(Error::name_too_long);
    const auto child = here->children.find(name);
    way.push_back({std::string(name), child == here->children.end() ? nullptr : child->second});
  }
  return way;
}

Result<std::shared_ptr<MemoryFiles::Node>> MemoryFiles::node_at(std::string_view path) {
  const Way way = GILBOX_TRY(find(path));
  if (way.back().node == nullptr) return base::failure(Error::not_found);
  return way.back().node;
}

Result<Descriptor> MemoryFiles::open(std::string_view path, const OpenOptions& options) {
  sync::MutexLock lock(mutex_);
  Way way = GILBOX_TRY(find(path));
  std::shared_ptr<Node> node = way.back().node;
  if (node == nullptr) {
    if (!options.create) return base::failure(Error::not_found);
    if (path.ends_with('/')) return base::failure(Error::is_a_directory);
    node = new_node(false);
    way[way.size() - 2].node->children.emplace(way.back().name, node);
  } else if (options.create && options.exclusive) {
    return base::failure(Error::exists);
  }
  if (node->is_directory && options.write) return base::failure(Error::is_a_directory);
  if (options.truncate && options.write) {
    static_cast<void>(resize(node->bytes, 0));
    node->modified = sync::wall_clock_now();
  }
  auto open = std::make_shared<Open>();
  open->node = std::move(node);
  open->read = options.read;
  open->write = options.write;
  open->append = options.append;
  return add(std::move(open));
}

Result<std::uint64_t> MemoryFiles::seek(Descriptor descriptor, std::int64_t offset, SeekFrom from) {
  sync::MutexLock lock(mutex_);
  Open* const open = GILBOX_TRY(file_at(descriptor));
  const std::uint64_t start = from == SeekFrom::start     ? 0
                              : from == SeekFrom::current ? open->position
                                                          : open->node->bytes.size();
  const std::uint64_t position = start + static_cast<std::uint64_t>(offset);
  if (position > INT64_MAX) return base::failure(Error::invalid);
  open->position = position;
  return position;
}

Result<void> MemoryFiles::truncate(Descriptor descriptor, std::uint64_t size) {
  sync::MutexLock lock(mutex_);
  Open* const open = GILBOX_TRY(file_at(descriptor));
  if (!open->write) return base::failure(Error::invalid);
  open->node->modified = sync::wall_clock_now();
  return resize(open->node->bytes, size);
}

namespace {

FileStatus status_of(bool directory, std::uint64_t size, sync::Nanoseconds modified,
                     std::uint64_t identity) {
  return {.kind = directory ? FileKind::directory : FileKind::file,
          .size = size,
          .modified = modified,
          .permissions = directory ? 0755u : 0644u,
          .identity = identity};
}

}  // namespace

Result<FileStatus> MemoryFiles::status(std::string_view path) {
  sync::MutexLock lock(mutex_);
  const std::shared_ptr<Node> node = GILBOX_TRY(node_at(path));
  return status_of(node->is_directory, node->bytes.size(), node->modified, node->identity);
}

Result<FileStatus> MemoryFiles::status(Descriptor descriptor) {
  sync::MutexLock lock(mutex_);
  const Open* const open = GILBOX_TRY(open_at(descriptor));
  if (open->pipe != nullptr) return FileStatus{.kind = FileKind::pipe, .permissions = 0600};
  const Node& node = *open->node;
  return status_of(node.is_directory, node.bytes.size(), node.modified, node.identity);
}

Result<std::vector<DirectoryEntry>> MemoryFiles::list(std::string_view path) {
  sync::MutexLock lock(mutex_);
  const std::shared_ptr<Node> node = GILBOX_TRY(node_at(path));
  if (!node->is_directory) return base::failure(Error::not_a_directory);
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, child] : node->children) {
    entries.push_back({name, child->is_directory ? FileKind::directory : FileKind::file});
  }
  return entries;
}

Result<void> MemoryFiles::make_directory(std::string_view path) {
  sync::MutexLock lock(mutex_);
  const Way way = GILBOX_TRY(find(path));
  if (way.back().node != nullptr) return base::failure(Error::exists);
  way[way.size() - 2].node->children.emplace(way.back().name, new_node(true));
  return {};
}

Result<void> MemoryFiles::remove_directory(std::string_view path) {
  sync::MutexLock lock(mutex_);
  return remove(path, true);
}

Result<void> MemoryFiles::remove_file(std::string_view path) {
  sync::MutexLock lock(mutex_);
  return remove(path, false);
}

Result<void> MemoryFiles::remove(std::string_view path, bool directory) {
  const Way way = GILBOX_TRY(find(path));
  const std::shared_ptr<Node> node = way.back().node;
  if (node == nullptr) return base::failure(Error::not_found);
  if (node->is_directory && !directory) return base::failure(Error::is_a_directory);
  if (!node->is_directory && directory) return base::failure(Error::not_a_directory);
  if (!node->children.empty()) return base::failure(Error::not_empty);
  if (way.size() == 1) return base::failure(Error::busy);
  way[way.size() - 2].node->children.erase(way.back().name);
  return {};
}

Result<void> MemoryFiles::rename(std::string_view from, std::string_view to) {
  sync::MutexLock lock(mutex_);
  const Way source = GILBOX_TRY(find(from));
  const Way target = GILBOX_TRY(find(to));
  const std::shared_ptr<Node> node = source.back().node;
  if (node == nullptr) return base::failure(Error::not_found);
  if (source.size() == 1 || target.size() == 1) return base::failure(Error::busy);
  if (target.back().node == node) return {};
  for (const Step& step : target) {
    if (step.node == node) return base::failure(Error::invalid);  // into itself
  }
  if (target.back().node != nullptr) GILBOX_TRY(remove(to, node->is_directory));
  source[source.size() - 2].node->children.erase(source.back().name);
  target[target.size() - 2].node->children[target.back().name] = node;
  return {};
}

std::string MemoryFiles::current_directory() {
  sync::MutexLock lock(mutex_);
  return directory_;
}

Result<void> MemoryFiles::change_directory(std::string_view path) {
  sync::MutexLock lock(mutex_);
  const Way way = GILBOX_TRY(find(path));
  if (way.back().node == nullptr) return base::failure(Error::not_found);
  if (!way.back().node->is_directory) return base::failure(Error::not_a_directory);
  std::string directory;
  for (std::size_t i = 1; i < way.size(); ++i) directory += "/" + way[i].name;
  directory_ = directory.empty() ? "/" : directory;
  return {};
}

}  // namespace gilbox::host
