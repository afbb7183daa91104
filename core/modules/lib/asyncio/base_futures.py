"""What futures of every kind show of themselves."""

from . import format_helpers

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"

_printing = set()  # ids of what is being printed: a future may hold itself


def isfuture(obj):
    """Is obj a Future, or shaped like one?"""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _short(value):
    try:
        from reprlib import repr as short
    except ModuleNotFoundError:
        short = repr
    return short(value)


def _format_callbacks(callbacks):
    words = [format_helpers._format_callback_source(callback, ()) for callback, _ in callbacks]
    if len(words) > 2:
        words[1:-1] = [f"<{len(words) - 2} more>"]
    return f"cb=[{', '.join(words)}]"


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={_short(future._result)}")
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        file, line, _ = future._source_traceback[-1]
        info.append(f"created at {file}:{line}")
    return info


def _in_brackets(future, details):
    key = id(future)
    if key in _printing:
        return "..."
    _printing.add(key)
    try:
        return f"<{type(future).__name__} {' '.join(details(future))}>"
    finally:
        _printing.discard(key)


def _future_repr(future):
    details = getattr(type(future), "_repr_info", None) or _future_repr_info
    return _in_brackets(future, details)


def _never_retrieved(future):
    context = {
        "message": f"{type(future).__name__} exception was never retrieved",
        "exception": future._exception,
        "future": future,
    }
    if future._source_traceback:
        context["source_traceback"] = future._source_traceback
    future._loop.call_exception_handler(context)
