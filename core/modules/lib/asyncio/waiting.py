"""Waiting for time and for several futures: sleep, gather, wait, wait_for, as_completed, shield."""

from _asyncio import _turn, gather

from . import events
from .coroutines import iscoroutine
from .exceptions import CancelledError
from .futures import Future, isfuture
from .queues import Queue
from .tasks import ensure_future as _ensure
from .timeouts import timeout as limit

__all__ = (
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "ALL_COMPLETED",
    "sleep",
    "gather",
    "wait",
    "wait_for",
    "as_completed",
    "shield",
    "run_coroutine_threadsafe",
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def _set_if_pending(future, result):
    if not future.done():
        future.set_result(result)


async def sleep(delay, result=None):
    """Come back after delay seconds; at 0, after everything that is ready now."""
    if delay <= 0:
        await _turn
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = Future(loop=loop)
    handle = loop.call_later(delay, _set_if_pending, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """(done, pending): two sets, once enough of fs are done or timeout seconds have passed."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    fs = set(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(iscoroutine(each) for each in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    fs = {_ensure(each, loop=loop) for each in fs}
    await _some_done(loop, fs, timeout, return_when)
    done = {each for each in fs if each.done()}
    return done, fs - done


def _ends_wait(each, return_when):
    if return_when == FIRST_COMPLETED:
        return True
    return return_when == FIRST_EXCEPTION and not each.cancelled() and each.exception() is not None


async def _some_done(loop, fs, timeout, return_when):
    waited = [each for each in fs if not each.done()]
    if not waited or any(_ends_wait(each, return_when) for each in fs if each.done()):
        return
    waiter = loop.create_future()
    left = len(waited)

    def finished(each):
        nonlocal left
        left -= 1
        if left == 0 or _ends_wait(each, return_when):
            _set_if_pending(waiter, None)

    timer = None if timeout is None else loop.call_later(timeout, _set_if_pending, waiter, None)
    for each in waited:
        each.add_done_callback(finished)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for each in waited:
            each.remove_done_callback(finished)


async def wait_for(fut, timeout):
    """fut's result. TimeoutError: it took longer than timeout seconds, and was cancelled."""
    if timeout is not None and timeout <= 0:
        fut = _ensure(fut)
        if fut.done():
            return fut.result()
        loop = events.get_running_loop()
        fut.cancel()
        await _some_done(loop, {fut}, None, ALL_COMPLETED)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with limit(timeout):
        return await fut


def shield(arg):
    """A future that ends as arg does; cancelling it leaves arg running."""
    inner = _ensure(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class _AsCompleted:
    """Iterates over futures as they finish: `for` gives awaitables, `async for` the futures themselves."""

    def __init__(self, fs, timeout):
        self._done = Queue()
        self._loop = events.get_event_loop()
        self._open = {_ensure(each, loop=self._loop) for each in set(fs)}
        self._left = len(self._open)
        self._timer = None
        for each in self._open:
            each.add_done_callback(self._finished)
        if timeout is not None and self._open:
            self._timer = self._loop.call_later(timeout, self._time_out)

    def _finished(self, each):
        if each not in self._open:
            return
        self._open.remove(each)
        self._done.put_nowait(each)
        if not self._open and self._timer is not None:
            self._timer.cancel()

    def _time_out(self):
        for each in self._open:
            each.remove_done_callback(self._finished)
            self._done.put_nowait(None)
        self._open.clear()

    async def _next_done(self):
        each = await self._done.get()
        if each is None:
            raise TimeoutError
        return each

    async def _next_result(self):
        return (await self._next_done()).result()

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._next_result()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next_done()


def as_completed(fs, *, timeout=None):
    """The futures of fs in the order they finish."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


def run_coroutine_threadsafe(coro, loop):
    """From another thread: run the coroutine in the loop; a concurrent.futures.Future of its result."""
    from concurrent.futures import Future as Concurrent

    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    theirs = Concurrent()

    def start():
        try:
            mine = _ensure(coro, loop=loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if theirs.set_running_or_notify_cancel():
                theirs.set_exception(error)
            raise
        mine.add_done_callback(finished)
        theirs.add_done_callback(lambda each: each.cancelled() and loop.call_soon_threadsafe(mine.cancel))

    def finished(mine):
        if mine.cancelled():
            theirs.cancel()
        if not theirs.set_running_or_notify_cancel():
            return
        error = mine.exception()
        if error is not None:
            theirs.set_exception(error)
        else:
            theirs.set_result(mine.result())

    loop.call_soon_threadsafe(start)
    return theirs
