"""asyncio.run and Runner: a loop from its making to its end."""

from functools import partial

from . import events, tasks
from .coroutines import iscoroutine
from .exceptions import CancelledError
from .waiting import gather

__all__ = ("Runner", "run")

_EXECUTOR_TIMEOUT = 300  # seconds


def _nothing():
    pass


class Runner:
    """A context manager that keeps one loop, and one context, for several run() calls."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._factory = loop_factory
        self._loop = None
        self._context = None
        self._interrupts = 0
        self._set_loop = False

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def _begin(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        if self._state == "open":
            return
        from contextvars import copy_context

        self._loop = events.new_event_loop() if self._factory is None else self._factory()
        if self._factory is None:
            events.set_event_loop(self._loop)
            self._set_loop = True
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = "open"

    def get_loop(self):
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        """Run the coroutine to its end; its result."""
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._begin()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        restore = self._catch_interrupts(task)
        self._interrupts = 0
        try:
            return self._loop.run_until_complete(task)
        except CancelledError:
            if self._interrupts > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt
            raise
        finally:
            restore()

    def _catch_interrupts(self, task):
        """Ctrl-C cancels the task, once; the function that puts things back."""
        try:
            import signal
            import threading
        except ModuleNotFoundError:
            return _nothing
        if threading.current_thread() is not threading.main_thread():
            return _nothing
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return _nothing

        def on_interrupt(signum, frame):
            self._interrupts += 1
            if self._interrupts == 1 and not task.done():
                task.cancel()
                self._loop.call_soon_threadsafe(_nothing)  # an idle loop looks again
                return
            raise KeyboardInterrupt

        handler = partial(on_interrupt)
        signal.signal(signal.SIGINT, handler)

        def restore():
            if signal.getsignal(signal.SIGINT) is handler:
                signal.signal(signal.SIGINT, signal.default_int_handler)

        return restore

    def close(self):
        if self._state != "open":
            return
        loop = self._loop
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(_EXECUTOR_TIMEOUT))
        finally:
            if self._set_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"


def run(main, *, debug=None, loop_factory=None):
    """Run the coroutine in a loop of its own, then cancel what is left and close the loop."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {"message": "unhandled exception during asyncio.run() shutdown", "exception": task.exception(), "task": task}
            )
