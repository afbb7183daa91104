"""Files and folders as wholes: copy, move, remove."""

import os
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SameFileError", "ignore_patterns", "get_terminal_size", "which", "disk_usage"]
COPY_BUFSIZE = 65536


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=COPY_BUFSIZE):
    while part := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    """The contents of a file."""
    if os.path.exists(dst) and os.path.abspath(src) == os.path.abspath(dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as f, open(dst, "wb") as g:
        copyfileobj(f, g)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.stat(src)


copystat = copymode


def copy(src, dst, *, follow_symlinks=True):
    """A file to a place or into a folder."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def ignore_patterns(*patterns):
    """For copytree: leave out what matches."""
    def ignore(path, names):
        from fnmatch import filter
        return {n for p in patterns for n in filter(names, p)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """A folder and all in it."""
    names = os.listdir(src)
    left_out = ignore(os.fspath(src), names) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name not in left_out:
            a, b = os.path.join(src, name), os.path.join(dst, name)
            if os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
            else:
                copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder and all in it."""
    def failed(function, path, e):
        if ignore_errors:
            return
        if onexc:
            onexc(function, path, e)
        elif onerror:
            onerror(function, path, (type(e), e, e.__traceback__))
        else:
            raise e
    try:
        names = os.listdir(path)
    except OSError as e:
        failed(os.scandir, path, e)
        return
    for name in names:
        full = os.path.join(path, name)
        if os.path.isdir(full):
            rmtree(full, ignore_errors, onerror, onexc=onexc)
        else:
            try:
                os.unlink(full)
            except OSError as e:
                failed(os.unlink, full, e)
    try:
        os.rmdir(path)
    except OSError as e:
        failed(os.rmdir, path, e)


def move(src, dst, copy_function=copy2):
    """A file or folder to a place or into a folder."""
    real = dst
    if os.path.isdir(dst):
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if not os.path.exists(src):
            raise
        if os.path.isdir(src):
            copytree(src, real, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def get_terminal_size(fallback=(80, 24)):
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    try:
        lines = int(os.environ["LINES"])
    except (KeyError, ValueError):
        lines = 0
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = fallback
        columns, lines = columns or size[0] or fallback[0], lines or size[1] or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=1, path=None):
    return None


def disk_usage(path):
    raise OSError(38, "Function not implemented")
