"""Future, Executor, wait and as_completed."""

import threading
import time
from types import GenericAlias

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"                              # by cancel()
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"    # and the waiters know
FINISHED = "FINISHED"

_DONE = (CANCELLED_AND_NOTIFIED, FINISHED)
_SHOWN = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled",
          FINISHED: "finished"}

TimeoutError = TimeoutError


def _report(message):
    """Say what exception is being handled where it can go no further."""
    import sys
    error = sys.exception()
    try:
        from logging import getLogger
    except ImportError:
        from _thread import _exception_report
        sys.stderr.write(message + "\n" + _exception_report(error))
    else:
        getLogger("concurrent.futures").critical(message, exc_info=True)


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """
    Raised when a executor has become non-functional after a severe failure.
    """


class _Waiter:
    """Collects futures as they end, for wait() and as_completed()."""

    def __init__(self, pending=0, stop_on_exception=False, first=False):
        self.event = threading.Event()
        self.finished_futures = []
        self.lock = threading.Lock()
        self.pending = pending
        self.stop_on_exception = stop_on_exception
        self.first = first

    def _add(self, future, failed):
        with self.lock:
            self.finished_futures.append(future)
            self.pending -= 1
            if self.first or self.pending == 0 or (failed and self.stop_on_exception):
                self.event.set()

    def add_result(self, future):
        self._add(future, False)

    def add_exception(self, future):
        self._add(future, True)

    def add_cancelled(self, future):
        self._add(future, False)


class _AllConditions:
    """Takes the conditions of several futures, always in the same order."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _drain(futures, *groups):
    """Yields futures from the end of a list, dropping them from every group on the way: results die early."""
    while futures:
        for group in groups:
            group.discard(futures[-1])
        yield futures.pop()


def as_completed(fs, timeout=None):
    """The futures in the order in which they end."""
    end = None if timeout is None else timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _AllConditions(fs):
        finished = {f for f in fs if f._state in _DONE}
        pending = fs - finished
        waiter = _Waiter(first=True)
        for f in fs:
            f._waiters.append(waiter)
    finished = list(finished)
    try:
        yield from _drain(finished, fs)
        while pending:
            if end is None:
                left = None
            else:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            finished.reverse()
            yield from _drain(finished, fs, pending)
    finally:
        for f in fs:
            with f._condition:
                f._waiters.remove(waiter)


class DoneAndNotDoneFutures(tuple):
    """What wait() returns: the sets done and not_done."""

    __slots__ = ()

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; returns (done, not_done)."""
    fs = set(fs)
    with _AllConditions(fs):
        done = {f for f in fs if f._state in _DONE}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception is not None for f in done):
            return DoneAndNotDoneFutures(done, not_done)
        if len(done) == len(fs):
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(first=True)
        elif return_when == FIRST_EXCEPTION:
            waiter = _Waiter(len(not_done), stop_on_exception=True)
        elif return_when == ALL_COMPLETED:
            waiter = _Waiter(len(not_done))
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
        for f in fs:
            f._waiters.append(waiter)
    waiter.event.wait(timeout)
    for f in fs:
        with f._condition:
            f._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


class Future:
    """The result of a call that may not have ended yet."""

    def __init__(self):
        # An RLock underneath: result() may be called from a callback.
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            _report("exception calling callback for %r" % self)

    def __repr__(self):
        with self._condition:
            name, address, state = self.__class__.__name__, id(self), _SHOWN[self._state]
            if self._state != FINISHED:
                return f"<{name} at {address:#x} state={state}>"
            if self._exception:
                return f"<{name} at {address:#x} state={state} raised {self._exception.__class__.__name__}>"
            return f"<{name} at {address:#x} state={state} returned {self._result.__class__.__name__}>"

    def cancel(self):
        """Cancel if the call has not begun; whether it is cancelled now."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        """Call fn(future) when it ends (at once if it has)."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _await_end(self, timeout):
        # Under the condition: true once the future has ended.
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state == FINISHED:
            return True
        self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state == FINISHED:
            return True
        raise TimeoutError()

    def result(self, timeout=None):
        """The call's result, waiting for it; what it raised is raised here."""
        try:
            with self._condition:
                self._await_end(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            self = None  # no cycle through the traceback

    def exception(self, timeout=None):
        """What the call raised, or None."""
        with self._condition:
            self._await_end(timeout)
            return self._exception

    # For executors and tests.
    def set_running_or_notify_cancel(self):
        """Executors call this before the work: False when the future was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def _check_open(self):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError("{}: {!r}".format(self._state, self))

    def set_result(self, result):
        with self._condition:
            self._check_open()
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            self._check_open()
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    __class_getitem__ = classmethod(GenericAlias)


class Executor:
    """Base class: subclasses provide submit() and shutdown()."""

    def submit(self, fn, /, *args, **kwargs):
        """Schedule fn(*args, **kwargs); returns its Future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like map(), the calls made at once; results come in order."""
        end = None if timeout is None else timeout + time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    future = fs.pop()
                    try:
                        value = future.result() if end is None else future.result(end - time.monotonic())
                    finally:
                        future.cancel()
                        del future
                    yield value
            finally:
                for future in fs:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; optionally wait for those under way."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
