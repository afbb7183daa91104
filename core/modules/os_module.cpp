// _os: files, folders and the environment, as the host has them; os and io are built on it.
#include <cstdlib>
#include <string>

#include "modules/host_wait.hpp"
#include "modules/module_def.hpp"
#include "runtime/buffer.hpp"
#include "runtime/gil.hpp"
#include "runtime/type_of.hpp"

extern "C" char** environ;

namespace gilbox::py {

namespace {

// A path argument as UTF-8: str, bytes or an object with __fspath__.
bool path_of(Thread& t, Value v, std::string& out) {
  Var own(v);
  if (!is_str(v) && !is_bytes(v)) {
    own = call_special(t, v, names::d_fspath);
    if (own.failed()) return false;
    if (own.is_unbound() || (!is_str(own) && !is_bytes(own)))
      return raise(t, exc::TypeError, "expected str, bytes or os.PathLike object, not %T", v),
             false;
  }
  if (is_str(own)) {
    out = Utf8(*own.as<Str>()).view();
  } else {
    out.assign(reinterpret_cast<const char*>(own.as<Bytes>()->data), own.as<Bytes>()->size);
  }
  if (out.find('\0') != std::string::npos)
    return raise(t, exc::ValueError, "embedded null byte"), false;
  return true;
}

Var failed(Thread& t, host::Error error, Value path) {
  return raise_os_error(t, host::error_number(error), path);
}

// Calls the storage without the GIL.
template <class F>
auto outside(Thread& t, F&& f) {
  GilReleased released(t);
  return f();
}

Var getcwd(Thread& t, Value, const Value*) {
  std::string path = outside(t, [] { return the_host().files.current_directory(); });
  return make_str(t, path).var();
}

template <host::Result<void> (host::Files::*Call)(std::string_view)>
Var on_path(Thread& t, Value, const Value* a) {
  std::string path;
  if (!path_of(t, a[0], path)) return Var::error();
  auto done = outside(t, [&] { return (the_host().files.*Call)(path); });
  return done ? Var::none() : failed(t, done.error(), a[0]);
}

Var rename_(Thread& t, Value, const Value* a) {
  std::string from, to;
  if (!path_of(t, a[0], from) || !path_of(t, a[1], to)) return Var::error();
  auto done = outside(t, [&] { return the_host().files.rename(from, to); });
  return done ? Var::none() : failed(t, done.error(), a[0]);
}

const char* kind_name(host::FileKind kind) {
  switch (kind) {
    case host::FileKind::file: return "file";
    case host::FileKind::directory: return "directory";
    case host::FileKind::pipe: return "pipe";
    case host::FileKind::terminal: return "terminal";
    case host::FileKind::other: return "other";
  }
  return "other";
}

// [(name, kind)]
Var scan(Thread& t, Value, const Value* a) {
  std::string path;
  if (!path_of(t, a[0], path)) return Var::error();
  auto entries = outside(t, [&] { return the_host().files.list(path); });
  if (!entries) return failed(t, entries.error(), a[0]);
  Ref<List> all = make_list(t);
  for (const host::DirectoryEntry& entry : *entries) {
    Ref<Str> name = make_str(t, entry.name), kind = make_ascii(t, kind_name(entry.kind));
    if (!all || !name || !kind) return Var::error();
    Value pair[] = {name.value(), kind.value()};
    Ref<Tuple> row = make_tuple(t, pair, 2);
    if (!row || !list_append(t, *all, row.value())) return Var::error();
  }
  return std::move(all).var();
}

// (kind, size, modified in seconds, permissions, identity)
Var stat_(Thread& t, Value, const Value* a) {
  host::Result<host::FileStatus> status = host::FileStatus{};
  if (a[0].is_small()) {
    auto fd = static_cast<host::Descriptor>(a[0].small());
    status = outside(t, [&] { return the_host().files.status(fd); });
  } else {
    std::string path;
    if (!path_of(t, a[0], path)) return Var::error();
    status = outside(t, [&] { return the_host().files.status(path); });
  }
  if (!status) return failed(t, status.error(), a[0].is_small() ? Value() : a[0]);
  Ref<Str> kind = make_ascii(t, kind_name(status->kind));
  Var size = make_int_unsigned(t, status->size), identity = make_int_unsigned(t, status->identity);
  if (!kind) return Var::error();
  Value parts[] = {kind.value(), size, Value::real(static_cast<double>(status->modified) * 1e-9),
                   Value::small(status->permissions), identity};
  return make_tuple(t, parts, 5).var();
}

// open(path, flags) -> descriptor; flags is text: r w a x + t(runcate) c(reate)
Var open_(Thread& t, Value, const Value* a) {
  std::string path;
  if (!path_of(t, a[0], path)) return Var::error();
  if (!is_str(a[1])) return raise(t, exc::TypeError, "mode must be a string");
  host::OpenOptions options;
  options.read = false;
  Utf8 mode(*a[1].as<Str>());
  for (char c : mode.view()) {
    if (c == 'r') options.read = true;
    if (c == 'w') options.write = options.create = options.truncate = true;
    if (c == 'a') options.write = options.create = options.append = true;
    if (c == 'x') options.write = options.create = options.exclusive = true;
    if (c == '+') options.read = options.write = true;
  }
  auto fd = outside(t, [&] { return the_host().files.open(path, options); });
  return fd ? Var::small(static_cast<int64_t>(*fd)) : failed(t, fd.error(), a[0]);
}

bool descriptor_of(Thread& t, Value v, host::Descriptor& out) {
  int64_t n;
  if (!to_index(t, v, n)) return false;
  out = static_cast<host::Descriptor>(n);
  return true;
}

// read(descriptor, size): what is there, at most size bytes; empty at the end.
Var read_(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  int64_t size;
  if (!descriptor_of(t, a[0], fd) || !to_index(t, a[1], size)) return Var::error();
  if (size < 0) return raise_os_error(t, 22);
  if (size > (1 << 20)) size = 1 << 20;
  std::string buffer(static_cast<size_t>(size), '\0');
  auto& d = the_host().descriptors;
  host::Result<size_t> got = size_t{0};
  Waited w = wait_until(
      t, WaitKind::File, a[0], INT64_MAX, got, [&] { return d.try_read(fd, buffer); },
      [&] { d.watch(fd, host::Interest::readable, t.parker); },
      [&] { d.unwatch(fd, host::Interest::readable, t.parker); });
  return w == Waited::Done ? make_bytes(t, {buffer.data(), *got}).var() : Var::error();
}

Var write_(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  Buffer b;
  if (!descriptor_of(t, a[0], fd) || !get_buffer(t, a[1], b)) return Var::error();
  auto& d = the_host().descriptors;
  size_t done = 0;
  while (done < b.length) {
    host::Result<size_t> put = size_t{0};
    Waited w = wait_until(
        t, WaitKind::File, a[0], INT64_MAX, put,
        [&] {
          return d.try_write(fd, {reinterpret_cast<const char*>(b.data) + done, b.length - done});
        },
        [&] { d.watch(fd, host::Interest::writable, t.parker); },
        [&] { d.unwatch(fd, host::Interest::writable, t.parker); });
    if (w != Waited::Done) return Var::error();
    done += *put;
  }
  return make_int(t, static_cast<int64_t>(done));
}

Var close_(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  if (!descriptor_of(t, a[0], fd)) return Var::error();
  auto done = the_host().descriptors.close(fd);
  return done ? Var::none() : failed(t, done.error(), Value());
}

Var seek(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  int64_t offset, whence = 0;
  if (!descriptor_of(t, a[0], fd) || !to_index(t, a[1], offset) || !to_index(t, a[2], whence))
    return Var::error();
  if (whence < 0 || whence > 2) return raise_os_error(t, 22);
  auto at = outside(
      t, [&] { return the_host().files.seek(fd, offset, static_cast<host::SeekFrom>(whence)); });
  return at ? make_int_unsigned(t, *at) : failed(t, at.error(), Value());
}

Var truncate_(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  int64_t size;
  if (!descriptor_of(t, a[0], fd) || !to_index(t, a[1], size)) return Var::error();
  auto done =
      outside(t, [&] { return the_host().files.truncate(fd, static_cast<uint64_t>(size)); });
  return done ? Var::none() : failed(t, done.error(), Value());
}

Var isatty_(Thread& t, Value, const Value* a) {
  host::Descriptor fd;
  if (!descriptor_of(t, a[0], fd)) return Var::error();
  return Var::boolean(the_host().descriptors.is_terminal(fd));
}

Var urandom(Thread& t, Value, const Value* a) {
  int64_t size;
  if (!to_index(t, a[0], size)) return Var::error();
  if (size < 0) return raise(t, exc::ValueError, "negative argument not allowed");
  Ref<Bytes> out = make_bytes_uninitialised(t, static_cast<size_t>(size));
  if (!out) return Var::error();
  the_host().entropy.fill({reinterpret_cast<char*>(out->data), static_cast<size_t>(size)});
  return std::move(out).var();
}

Var environment(Thread& t, Value, const Value*) {
  Ref<Dict> all = make_dict(t);
  for (char** at = environ; all && at && *at; ++at) {
    std::string_view entry(*at);
    size_t equals = entry.find('=');
    if (equals == std::string_view::npos) continue;
    Ref<Str> name = make_str(t, entry.substr(0, equals)),
             value = make_str(t, entry.substr(equals + 1));
    if (!name || !value || !dict_set_item(t, *all, name.value(), value.value()))
      return Var::error();
  }
  return std::move(all).var();
}

Var strerror_(Thread& t, Value, const Value* a) {
  int64_t n;
  if (!to_index(t, a[0], n)) return Var::error();
  return make_str(t, host::error_text(host::error_of_number(static_cast<int>(n)))).var();
}

const NativeDef kFunctions[] = {
    {"getcwd", getcwd, ""},
    {"chdir", on_path<&host::Files::change_directory>, "path, /"},
    {"mkdir", on_path<&host::Files::make_directory>, "path, /"},
    {"rmdir", on_path<&host::Files::remove_directory>, "path, /"},
    {"unlink", on_path<&host::Files::remove_file>, "path, /"},
    {"rename", rename_, "src, dst, /"},
    {"scan", scan, "path, /"},
    {"stat", stat_, "path, /"},
    {"open", open_, "path, mode, /"},
    {"read", read_, "fd, size, /"},
    {"write", write_, "fd, data, /"},
    {"close", close_, "fd, /"},
    {"seek", seek, "fd, offset, whence, /"},
    {"truncate", truncate_, "fd, size, /"},
    {"isatty", isatty_, "fd, /"},
    {"urandom", urandom, "size, /"},
    {"environment", environment, ""},
    {"strerror", strerror_, "code, /"},
    {},
};

}  // namespace

extern const ModuleDef _os_module;
const ModuleDef _os_module = {"_os", kFunctions, nullptr};

}  // namespace gilbox::py
