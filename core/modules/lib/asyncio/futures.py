"""A result to come, for one loop (Library Reference, "asyncio-future"). Not for use across threads."""

from _asyncio import Future

from . import events
from .base_futures import isfuture
from .exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")


def _get_loop(future):
    """The loop of anything shaped like a future."""
    get_loop = getattr(future, "get_loop", None)
    return future._loop if get_loop is None else get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _copy_end(source, target):
    """End target as source ended."""
    if target.done():
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
