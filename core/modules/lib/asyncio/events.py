"""Which loop runs in which thread, and the handles a loop runs."""

from _thread import get_ident
from contextvars import copy_context

__all__ = (
    "Handle",
    "TimerHandle",
    "get_event_loop",
    "get_running_loop",
    "new_event_loop",
    "set_event_loop",
    "_get_running_loop",
    "_set_running_loop",
)

_running = {}  # thread id: the loop running there
_chosen = {}  # thread id: the loop given to set_event_loop


class Handle:
    """A callback on its way. Whatever a loop's ready queue holds has _dropped, _context and _run()."""

    __slots__ = ("_callback", "_args", "_loop", "_context", "_dropped", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = copy_context() if context is None else context
        self._dropped = False

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {_name(self._callback, self._args)}", "exception": error, "handle": self}
            )

    def cancel(self):
        if not self._dropped:
            self._dropped = True
            self._callback = None
            self._args = ()

    def cancelled(self):
        return self._dropped

    def get_context(self):
        return self._context

    def __repr__(self):
        what = " cancelled" if self._dropped else f" {_name(self._callback, self._args)}"
        return f"<{type(self).__name__}{what}>"


def _name(callback, args=()):
    text = f"{getattr(callback, '__qualname__', None) or repr(callback)}({', '.join(map(repr, args))})"
    code = getattr(callback, "__code__", None)
    return text if code is None else f"{text} at {code.co_filename}:{code.co_firstlineno}"


class TimerHandle(Handle):
    __slots__ = ("_when", "_scheduled")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = True

    def when(self):
        """The loop's time, in seconds, at which the callback is due."""
        return self._when

    def cancel(self):
        if not self._dropped:
            super().cancel()
            if self._scheduled:
                self._loop._timer_cancelled()

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when

    def __le__(self, other):
        return self._when <= other._when

    def __gt__(self, other):
        return self._when > other._when

    def __ge__(self, other):
        return self._when >= other._when


def get_running_loop():
    """The loop running in this thread. RuntimeError: there is none."""
    loop = _running.get(get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    return _running.get(get_ident())


def _set_running_loop(loop):
    if loop is None:
        _running.pop(get_ident(), None)
    else:
        _running[get_ident()] = loop


def get_event_loop():
    """The running loop, else the one set for this thread."""
    ident = get_ident()
    loop = _running.get(ident) or _chosen.get(ident)
    if loop is not None:
        return loop
    import threading

    thread = threading.current_thread()
    if thread is threading.main_thread() and ident not in _chosen:
        loop = _chosen[ident] = new_event_loop()
        return loop
    raise RuntimeError(f"There is no current event loop in thread {thread.name!r}.")


def set_event_loop(loop):
    _chosen[get_ident()] = loop


def new_event_loop():
    from .loop import EventLoop

    return EventLoop()
