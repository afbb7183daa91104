"""Files and folders that go away again."""

import os
from io import BytesIO, StringIO

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "gettempprefix", "tempdir", "gettempdir"]
tempdir = None
template = "tmp"


def gettempdir():
    global tempdir
    if tempdir is None:
        for folder in (os.environ.get("TMPDIR"), "/tmp", os.getcwd()):
            if folder and os.path.isdir(folder):
                tempdir = folder
                break
        else:
            os.mkdir("/tmp")
            tempdir = "/tmp"
    return tempdir


def gettempprefix():
    return template


def mktemp(suffix="", prefix=template, dir=None):
    """A path where nothing is."""
    from random import SystemRandom
    choose = SystemRandom().choice
    while True:
        name = "".join(choose("abcdefghijklmnopqrstuvwxyz0123456789_") for _ in range(8))
        path = os.path.join(gettempdir() if dir is None else dir, f"{prefix}{name}{suffix}")
        if not os.path.exists(path):
            return os.path.abspath(path)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """A new folder."""
    path = mktemp(suffix or "", template if prefix is None else prefix, dir)
    os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """A new file: (descriptor, path)."""
    import _os
    path = mktemp(suffix or "", template if prefix is None else prefix, dir)
    return _os.open(path, "x+"), path


class _TemporaryFile:
    def __init__(self, file, name, delete, delete_on_close):
        self.file = file
        self.name = name
        self._delete = delete
        self._at_close = delete and delete_on_close

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        self.close()
        self._remove(self._delete)

    def __iter__(self):
        return iter(self.file)

    def _remove(self, wanted):
        if wanted and os.path.exists(self.name):
            os.unlink(self.name)

    def close(self):
        self.file.close()
        self._remove(self._at_close)

    def __del__(self):
        try:
            self.file.close()
            self._remove(self._delete)
        except Exception:
            pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A file with a name, removed when it is closed."""
    path = mktemp(suffix or "", template if prefix is None else prefix, dir)
    file = open(path, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    return _TemporaryFile(file, path, delete, delete_on_close)


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                         dir=None, *, errors=None):
    return BytesIO() if "b" in mode else StringIO(newline=newline or "\n")


class TemporaryDirectory:
    """A folder that is removed with all in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self._delete = delete
        self._ignore = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            import shutil
            shutil.rmtree(self.name, ignore_errors=self._ignore)
