"""The operating system: the machine's files, environment and processes."""

import _os
import _process
import posixpath as path
import sys

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
curdir, pardir, sep, extsep, altsep, pathsep, devnull = ".", "..", "/", ".", None, ":", "/dev/null"
error = OSError
supports_fd = supports_follow_symlinks = supports_dir_fd = frozenset()
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

getcwd = _os.getcwd
chdir = _os.chdir
rmdir = _os.rmdir
rename = replace = _os.rename
urandom = _os.urandom
strerror = _os.strerror
isatty = _os.isatty
read = _os.read
write = _os.write
close = _os.close
getpid = _process.getpid
getppid = _process.getppid


class PathLike:
    """Anything with __fspath__."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__fspath__") if cls is PathLike else NotImplemented


def fspath(p):
    if isinstance(p, (str, bytes)):
        return p
    try:
        method = type(p).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(p).__name__) from None
    return method(p)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(dict):
    # Names and values are str; children of multiprocessing get a copy.
    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError(f"str expected, not {type(text).__name__}")
        super().__setitem__(key, value)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f"environ({super().__repr__()})"


environ = _Environ(_os.environment())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    environ[name] = value


def unsetenv(name):
    environ.pop(name, None)


def cpu_count():
    """How many cores the machine says it has."""
    return _process.cpu_count()


process_cpu_count = cpu_count


def kill(pid, signal):
    """Send a signal to a process."""
    if pid == getpid():
        import _signal
        _signal.raise_signal(signal)
    else:
        _process.kill(pid, int(signal))


def _exit(status):
    """End the process at once: no finally, no atexit."""
    _process.exit(status)


def mkdir(path, mode=0o777, *, dir_fd=None):
    _os.mkdir(path)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those above it."""
    head = path.dirname(path.normpath(name))
    if head and not path.exists(head):
        makedirs(head, exist_ok=True)
    try:
        _os.mkdir(name)
    except FileExistsError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _os.unlink(path)


unlink = remove


def removedirs(name):
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def listdir(path="."):
    """The names in a folder."""
    return [entry[0] for entry in _os.scan(path)]


class DirEntry:
    """What scandir() gives for each thing in a folder."""

    __slots__ = ("name", "path", "_kind")

    def __init__(self, folder, name, kind):
        self.name = name
        self.path = path.join(folder, name)
        self._kind = kind

    def is_dir(self, *, follow_symlinks=True):
        return self._kind == "directory"

    def is_file(self, *, follow_symlinks=True):
        return self._kind == "file"

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Scan([DirEntry(path, name, kind) for name, kind in _os.scan(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, folders in it, files in it) for a folder and all below it."""
    try:
        entries = _os.scan(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    folders = [name for name, kind in entries if kind == "directory"]
    files = [name for name, kind in entries if kind != "directory"]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, folders, files


class stat_result(tuple):
    """What stat() tells."""

    __slots__ = ()
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_size = property(lambda self: self[6])
    st_atime = st_mtime = st_ctime = property(lambda self: self[8])

    def __repr__(self):
        return f"os.stat_result(st_mode={self[0]}, st_ino={self[1]}, st_size={self[6]}, st_mtime={self[8]})"


_MODES = {"file": 0o100000, "directory": 0o040000, "pipe": 0o010000, "terminal": 0o020000}


def stat(path, *, dir_fd=None, follow_symlinks=True):
    kind, size, modified, permissions, identity = _os.stat(path)
    return stat_result((_MODES.get(kind, 0) | permissions, identity, 0, 1, 0, 0, size, modified, modified, modified))


lstat = stat


def fstat(fd):
    return stat(fd)


def access(path, mode, **kwargs):
    return globals()["path"].exists(path)


def get_terminal_size(fd=1):
    return terminal_size((80, 24))


class terminal_size(tuple):
    __slots__ = ()
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])


def uname():
    raise OSError("a browser tab has no operating system of its own")


__all__ = [n for n in globals() if not n.startswith("_") and n not in ("sys",)]
