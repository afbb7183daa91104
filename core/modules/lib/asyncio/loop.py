"""The event loop: a queue of what is ready, a heap of timers, and one wait.

Everything runs in the thread that runs the loop. Other threads come in by call_soon_threadsafe alone:
it adds to the ready queue (an append is atomic under the GIL) and lets go of the lock _door, which is
where an idle loop waits, with a timeout when a timer is set.
"""

import sys
from _thread import allocate_lock, get_ident
from collections import deque
from contextvars import _current as contexts
from heapq import heapify, heappop, heappush
from time import monotonic

from . import events, futures, tasks, waiting

__all__ = ("AbstractEventLoop", "BaseEventLoop", "EventLoop")

_NO_NETWORK = "gilbox has no sockets yet"


class AbstractEventLoop:
    """What every event loop is an instance of."""


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._timers = []  # heap of (when, order, TimerHandle)
        self._timer_order = 0
        self._timers_cancelled = 0
        self._door = allocate_lock()
        self._door.acquire()
        self._door_guard = allocate_lock()
        self._door_open = False
        self._thread = None  # the thread it runs in
        self._stopping = False
        self._closed = False
        self._tasks = set()  # those not done
        self._current_task = None
        self._task_factory = None
        self._exception_handler = None
        self._default_executor = None
        self._debug = False
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"

    def time(self):
        """The loop's clock, in seconds."""
        return monotonic()

    # Calls to come

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            self._check_closed()
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        self._wake()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(monotonic() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        if self._closed:
            self._check_closed()
        handle = events.TimerHandle(when, callback, args, self, context)
        self._timer_order += 1
        heappush(self._timers, (when, self._timer_order, handle))
        return handle

    def _timer_cancelled(self):
        self._timers_cancelled += 1

    def _wake(self):
        with self._door_guard:
            if not self._door_open:
                self._door_open = True
                self._door.release()

    # Running

    def _wait(self):
        """Until something is ready, or a timer is due, or the loop is woken."""
        timers = self._timers
        if self._timers_cancelled > 100 and self._timers_cancelled * 2 > len(timers):
            timers[:] = [entry for entry in timers if not entry[2]._dropped]
            heapify(timers)
            self._timers_cancelled = 0
        while timers and timers[0][2]._dropped:
            heappop(timers)[2]._scheduled = False
            self._timers_cancelled -= 1
        if not self._ready and not self._stopping:
            if timers:
                delay = timers[0][0] - monotonic()
                woken = delay > 0 and self._door.acquire(True, min(delay, 86400))
            else:
                woken = self._door.acquire()
            if woken:
                with self._door_guard:
                    self._door_open = False
        if timers:
            now = monotonic()
            ready = self._ready
            while timers and timers[0][0] <= now:
                handle = heappop(timers)[2]
                handle._scheduled = False
                if handle._dropped:
                    self._timers_cancelled -= 1
                else:
                    ready.append(handle)

    def run_forever(self):
        self._check_closed()
        if self._thread is not None:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        ident = self._thread = get_ident()
        before = contexts.get(ident)
        events._set_running_loop(self)
        ready = self._ready
        take = ready.popleft
        try:
            while True:
                if self._timers or not ready:
                    self._wait()
                for _ in range(len(ready)):
                    handle = take()
                    if not handle._dropped:
                        contexts[ident] = handle._context
                        handle._run()
                if self._stopping:
                    break
        finally:
            handle = None
            self._stopping = False
            self._thread = None
            events._set_running_loop(None)
            if before is None:
                contexts.pop(ident, None)
            else:
                contexts[ident] = before

    def run_until_complete(self, future):
        """Run until it is done; its result, or raise what it ended with."""
        self._check_closed()
        if self._thread is not None:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        own = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop_of)
        try:
            self.run_forever()
        except BaseException:
            if own and future.done() and not future.cancelled():
                future.exception()  # it is being raised: nobody need hear of it twice
            raise
        finally:
            future.remove_done_callback(_stop_loop_of)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Leave run_forever after the callbacks that are ready now."""
        self._stopping = True

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def close(self):
        if self._thread is not None:
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._timers.clear()
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    # Futures and tasks

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        if self._closed:
            self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context, **kwargs)
        if context is not None:
            kwargs["context"] = context
        task = self._task_factory(self, coro, **kwargs)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Threads

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Wait for the default executor's threads."""
        executor, self._default_executor = self._default_executor, None
        if executor is None:
            return
        import threading

        gone = self.create_future()

        def work():
            executor.shutdown(wait=True)
            if not self._closed:
                self.call_soon_threadsafe(lambda: gone.done() or gone.set_result(None))

        thread = threading.Thread(target=work)
        thread.start()
        if timeout is None:
            await gone
            thread.join()
        else:
            await waiting.wait((gone,), timeout=timeout)

    async def shutdown_asyncgens(self):
        """Nothing is kept of asynchronous generators: they close when they are collected."""

    # Errors

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context}
            )

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        print("\n".join(lines), file=sys.stderr, flush=True)
        error = context.get("exception")
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    # What waits for the machine's network

    async def create_connection(self, *args, **kwargs):
        raise NotImplementedError(_NO_NETWORK)

    async def create_server(self, *args, **kwargs):
        raise NotImplementedError(_NO_NETWORK)

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError("gilbox has no signal handlers on event loops yet")


class EventLoop(BaseEventLoop):
    pass


def _stop_loop_of(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return  # it leaves the loop by itself
    future.get_loop().stop()
