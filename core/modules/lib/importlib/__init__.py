"""Importing by name, and running a module's file again."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __builtins__["__import__"] if isinstance(__builtins__, dict) else __builtins__.__import__


def invalidate_caches():
    """Nothing is cached: every import looks at the files as they are."""


def _absolute(name, package):
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    parts = package.split(".")
    if level > len(parts):
        raise ImportError("attempted relative import beyond top-level package")
    base = ".".join(parts[: len(parts) - level + 1])
    return f"{base}.{name[level:]}" if name[level:] else base


def import_module(name, package=None):
    """The module of that name, not its top package; a leading dot counts from `package`."""
    name = _absolute(name, package)
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Runs the module's file again in the module's own names."""
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    path = getattr(module, "__file__", None)
    if path and not path.startswith("<"):
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec"), module.__dict__)
    return sys.modules[name]
