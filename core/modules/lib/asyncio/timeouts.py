"""async with asyncio.timeout(seconds): (Library Reference, "asyncio-task")."""

from _asyncio import current_task

from . import events
from .exceptions import CancelledError

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """Cancels its block when the time is up, and turns that cancellation into TimeoutError."""

    def __init__(self, when):
        self._state = "created"  # active, expiring, expired, finished
        self._when = when
        self._timer = None
        self._task = None

    def when(self):
        """The loop's time at which it expires, or None: never."""
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._expire)
            else:
                self._timer = loop.call_at(when, self._expire)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        when = f" when={self._when and round(self._when, 3)}" if self._state == "active" else ""
        return f"<Timeout [{self._state}]{when}>"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state != "expiring":
            self._state = "finished"
            return None
        self._state = "expired"
        if self._task.uncancel() <= self._cancelling and exc_type is not None:
            if issubclass(exc_type, CancelledError):
                raise TimeoutError from exc_val
            # The block may have turned our cancellation into something else on its way out.
            while exc_val is not None:
                context = exc_val.__context__
                if isinstance(context, CancelledError):
                    context = TimeoutError()
                    context.__cause__ = context.__context__ = exc_val.__context__
                    exc_val.__context__ = context
                    break
                exc_val = context
        return None

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None


def timeout(delay):
    """A Timeout that ends delay seconds from now; None: never."""
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    """A Timeout that ends at the loop's time `when`; None: never."""
    return Timeout(when)
