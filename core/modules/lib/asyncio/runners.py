"""asyncio.run and Runner: a loop from its making to its end."""

from . import events, tasks
from .coroutines import iscoroutine
from .waiting import gather

__all__ = ("Runner", "run")


class Runner:
    """A context manager that keeps one loop, and one context, for several run() calls."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._factory = loop_factory
        self._loop = None
        self._context = None

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
            if not hasattr(type(coro), "__await__"):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            coro = tasks._await(coro)
        if events._get_running_loop() is not None:
            coro.close()
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._begin()
        events.set_event_loop(self._loop)
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        try:
            return self._loop.run_until_complete(task)
        except KeyboardInterrupt:
            if not task.done():
                # The interrupt came between steps: the coroutine sees a cancellation first.
                task.cancel()
                try:
                    self._loop.run_until_complete(task)
                except BaseException as error:
                    if not task.cancelled() and error is task._exception:
                        raise
            raise

    def close(self):
        if self._state != "open":
            return
        loop = self._loop
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            if loop._default_executor is not None:
                loop.run_until_complete(loop.shutdown_default_executor())
        finally:
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
