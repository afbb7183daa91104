"""Paths as objects."""

import os

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    pass


def _parts(path):
    # (root, names) of a text.
    root = "/" if path[:1] == "/" else ""
    if path[:2] == "//" and path[:3] != "///":
        root = "//"
    return root, [p for p in path.split("/") if p and p != "."]


class PurePath:
    """A path without the files behind it."""

    __slots__ = ("_root", "_names", "_text", "__weakref__")

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        root, names = "", []
        for arg in args:
            if not isinstance(arg, (str, PurePath)):
                arg = os.fspath(arg) if hasattr(arg, "__fspath__") else arg
                if not isinstance(arg, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(arg).__name__!r}")
            r, n = (arg._root, arg._names) if isinstance(arg, PurePath) else _parts(arg)
            root, names = (r, list(n)) if r else (root, names + list(n))
        self._root, self._names = root, names
        self._text = root + "/".join(names) or "."

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _made(self, root, names):
        return self.with_segments(root + "/".join(names))

    def __str__(self):
        return self._text

    __fspath__ = __str__

    def as_posix(self):
        return self._text

    def __bytes__(self):
        return os.fsencode(self._text)

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __hash__(self):
        return hash(self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return self._root, self._names

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    drive = property(lambda self: "")
    root = anchor = property(lambda self: self._root)
    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._names))
    name = property(lambda self: self._names[-1] if self._names else "")

    @property
    def suffix(self):
        return "".join(self.suffixes[-1:])

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name.removesuffix(self.suffix) if self.suffix else self.name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return tuple(self._made(self._root, self._names[:i]) for i in range(len(self._names) - 1, -1, -1))

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def with_name(self, name):
        if not self._names:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not stem and suffix:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        if not self.stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        other = self.with_segments(other)
        for up, path in enumerate((other, *other.parents)):
            if self._root == path._root and self._names[:len(path._names)] == path._names:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._made("", [".."] * up + self._names[len(path._names):])

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return self._root == other._root and self._names[:len(other._names)] == other._names

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return "file://" + quote(self._text)

    def match(self, path_pattern, *, case_sensitive=None):
        from fnmatch import fnmatchcase
        pattern = self.with_segments(path_pattern)
        wanted, mine = list(pattern.parts), list(self.parts)
        if not wanted:
            raise ValueError("empty pattern")
        if len(mine) < len(wanted) or pattern._root and len(mine) != len(wanted):
            return False
        return all(fnmatchcase(a, p) for a, p in zip(reversed(mine), reversed(wanted)))

    def full_match(self, pattern, *, case_sensitive=None):
        from fnmatch import fnmatchcase

        def fits(names, wanted):
            if not wanted:
                return not names
            if wanted[0] == "**":
                return any(fits(names[i:], wanted[1:]) for i in range(len(names) + 1))
            return bool(names) and fnmatchcase(names[0], wanted[0]) and fits(names[1:], wanted[1:])
        return fits(list(self.parts), list(self.with_segments(pattern).parts))



class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    def __init__(self, *args):
        raise UnsupportedOperation("gilbox has no Windows paths")


class Path(PurePath):
    """A path and what is there."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        return self.with_segments(os.path.expanduser(self._text))

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            os.stat(self)
        return self.with_segments(os.path.realpath(self._text))

    readlink = resolve

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return self._text == "/"

    def _no(self):
        return False

    is_junction = is_socket = is_fifo = is_block_device = is_char_device = _no

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._text, mode, buffering, encoding=encoding, errors=errors, newline=newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        data = memoryview(data)
        with self.open("wb") as f:
            return f.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a" if exist_ok else "x").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self._text, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self._text, os.fspath(target))
        return self.with_segments(target)

    replace = rename

    def iterdir(self):
        return (self.with_segments(self, name) for name in os.listdir(self._text))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self._text, top_down, on_error):
            yield self.with_segments(folder), folders, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below this one that match."""
        if not os.fspath(pattern):
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        pattern = os.fspath(pattern)
        if pattern[:1] == "/":
            raise NotImplementedError("Non-relative patterns are unsupported")
        import glob
        seen = set()
        for path in glob.iglob(pattern, root_dir=self._text, recursive=True, include_hidden=True):
            made = self.with_segments(self, path)
            if made._text not in seen:
                seen.add(made._text)
                yield made
        if pattern == "**":
            yield from (() if self._text in seen else (self,))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob("**/" + os.fspath(pattern))

    def owner(self):
        raise UnsupportedOperation("gilbox's files have no owners")

    group = owner


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
