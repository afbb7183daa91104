"""A result to come, for one loop (Library Reference, "asyncio-future"). Not for use across threads."""

from contextvars import copy_context
from types import GenericAlias

from . import events
from .exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    """Is obj a Future, or shaped like one?"""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    # Most futures keep most of these: the class holds what a fresh one starts with.
    _state = _PENDING
    _result = None
    _exception = None
    _traceback = None
    _cancel_message = None
    _unseen = False  # it failed and nobody asked: told when it goes
    # A waiting task stands in this list as itself, to be put straight into the ready queue; any other
    # entry is (callback, context).
    _callbacks = None
    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop

    def __repr__(self):
        return f"<{' '.join([type(self).__name__, *self._details()])}>"

    def _details(self):
        details = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                details.append(f"exception={self._exception!r}")
            else:
                details.append(f"result={self._result!r}")
        if self._callbacks:
            names = [events._name(entry[0]) if type(entry) is tuple else "Task.task_wakeup()" for entry in self._callbacks]
            details.append(f"cb=[{', '.join(names)}]")
        return details

    def __del__(self):
        if self._unseen:
            self._loop.call_exception_handler(
                {
                    "message": f"{type(self).__name__} exception was never retrieved",
                    "exception": self._exception,
                    "future": self,
                }
            )

    __class_getitem__ = classmethod(GenericAlias)

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state is not _PENDING

    def cancelled(self):
        return self._state is _CANCELLED

    def cancel(self, msg=None):
        """Cancel; False when it was done already."""
        self._unseen = False
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        if self._callbacks is not None:
            self._release()
        return True

    def _cancelled_error(self):
        if self._exception is not None:
            error, self._exception = self._exception, None
            return error
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def result(self):
        """The result, or raise what it ended with. InvalidStateError: not done yet."""
        if self._state is _FINISHED:
            if self._exception is None:
                return self._result
            self._unseen = False
            raise self._exception.with_traceback(self._traceback)
        if self._state is _CANCELLED:
            raise self._cancelled_error()
        raise InvalidStateError("Result is not set.")

    def exception(self):
        """The exception it ended with, or None. InvalidStateError: not done yet."""
        if self._state is _CANCELLED:
            raise self._cancelled_error()
        if self._state is _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._unseen = False
        return self._exception

    def set_result(self, result):
        if self._state is not _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._state = _FINISHED
        if self._callbacks is not None:
            self._release()

    def set_exception(self, exception):
        if self._state is not _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            error = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            error.__cause__ = error.__context__ = exception
            exception = error
        self._exception = exception
        self._traceback = exception.__traceback__
        self._state = _FINISHED
        self._unseen = True
        if self._callbacks is not None:
            self._release()

    def _release(self):
        callbacks, self._callbacks = self._callbacks, None
        loop = self._loop
        for entry in callbacks:
            if type(entry) is tuple:
                loop.call_soon(entry[0], self, context=entry[1])
            else:
                loop._ready.append(entry)

    def add_done_callback(self, fn, /, *, context=None):
        """Call fn(self) soon after it is done."""
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
            return
        if context is None:
            context = copy_context()
        if self._callbacks is None:
            self._callbacks = [(fn, context)]
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        """Take out every entry of fn; how many there were."""
        if self._callbacks is None:
            return 0
        rest = [entry for entry in self._callbacks if type(entry) is not tuple or entry[0] != fn]
        removed = len(self._callbacks) - len(rest)
        self._callbacks = rest or None
        return removed

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _copy_end(source, target):
    """End target as source ended."""
    if target._state is not _PENDING:
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is not None:
        target.set_exception(_as_asyncio(error))
    else:
        target.set_result(source.result())


def _as_asyncio(error):
    """concurrent.futures has exceptions of its own for two of asyncio's."""
    from concurrent.futures import _base

    if type(error) is _base.CancelledError:
        return CancelledError(*error.args).with_traceback(error.__traceback__)
    if type(error) is _base.InvalidStateError:
        return InvalidStateError(*error.args).with_traceback(error.__traceback__)
    return error


def wrap_future(future, *, loop=None):
    """A Future of the loop that ends as the concurrent.futures future does, and cancels it."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as Concurrent

    if not isinstance(future, Concurrent):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    loop = events.get_event_loop() if loop is None else loop
    mine = loop.create_future()

    def given_up(done):
        if done.cancelled():
            future.cancel()

    def arrived(done):
        if not loop.is_closed():
            loop.call_soon_threadsafe(_copy_end, done, mine)

    mine.add_done_callback(given_up)
    future.add_done_callback(arrived)
    return mine
