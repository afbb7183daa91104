"""What counts as a coroutine."""

from types import CoroutineType

__all__ = ("iscoroutine", "iscoroutinefunction")

_CO_COROUTINE = 0x80
_marked = object()


def iscoroutine(obj):
    """Can a task run obj?"""
    if isinstance(obj, CoroutineType):
        return True
    kind = type(obj)
    return all(hasattr(kind, name) for name in ("send", "throw", "close", "__await__"))


def iscoroutinefunction(func):
    """Does calling func give a coroutine?"""
    while True:
        if getattr(func, "_is_coroutine_marker", None) is _marked:
            return True
        inner = getattr(func, "__func__", None) or (getattr(func, "func", None) if hasattr(func, "keywords") else None)
        if inner is None:
            break
        func = inner
    code = getattr(func, "__code__", None)
    return code is not None and bool(code.co_flags & _CO_COROUTINE)


def _format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name or f'<{type(coro).__name__} without __name__>'}()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return f"{name} running" if running else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is None:
        return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"
    return f"{name} running at {code.co_filename}:{frame.f_lineno}"
