"""The event loop: what its native part, _asyncio.EventLoop, leaves to Python.

Everything runs in the thread that runs the loop. Other threads come in by call_soon_threadsafe alone.
"""

import sys
from _asyncio import EventLoop as _Native, Task, all_tasks

from . import events, format_helpers, futures, tasks
from .coroutines import iscoroutine, iscoroutinefunction

__all__ = ("BaseEventLoop",)


class BaseEventLoop(_Native, events.AbstractEventLoop):
    def __init__(self):
        self._exception_handler = None
        self._default_executor = None
        self._executor_shut = False
        self._asyncgens = None  # a WeakSet, once there is one
        self._asyncgens_shut = False
        self.slow_callback_duration = 0.1
        self.set_debug(_debug_wanted())

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} debug={self.get_debug()}>"

    def __del__(self):
        if not self.is_closed():
            self._warn(f"unclosed event loop {self!r}", ResourceWarning)
            if not self.is_running():
                self.close()

    # Running

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        self._check_closed()
        self._check_running()
        before = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins, finalizer=self._asyncgen_forgotten)
        try:
            self._run()
        finally:
            sys.set_asyncgen_hooks(*before)

    def run_until_complete(self, future):
        """Run until it is done; its result, or raise what it ended with."""
        self._check_closed()
        self._check_running()
        own = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if own:
            future._log_destroy_pending = False
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

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        self._shut()
        self._executor_shut = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    # Debug mode

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _check_call(self, callback, method, own_thread):
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")
        if own_thread and self._thread_id is not None and events._get_running_loop() is not self:
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

    def _ran(self, entry, took):
        """What the loop did last, and for how many seconds it held the loop."""
        if took >= self.slow_callback_duration:
            _logger("warning", f"Executing {entry!r} took {took:.3f} seconds")

    def _warn(self, text, category):
        try:
            import warnings
        except ModuleNotFoundError:
            return
        warnings.warn(text, category, source=self)

    # Futures and tasks

    def _create_task_by_factory(self, coro, *, name=None, context=None, **kwargs):
        if self._task_factory is None:
            return Task(coro, loop=self, name=name, context=context, **kwargs)
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
        if self.get_debug():
            self._check_call(func, "run_in_executor", False)
        if executor is None:
            if self._executor_shut:
                raise RuntimeError("Executor shutdown has been called")
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
        self._executor_shut = True
        executor, self._default_executor = self._default_executor, None
        if executor is None:
            return
        import threading

        gone = self.create_future()

        def work():
            executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(lambda: gone.done() or gone.set_result(None))

        thread = threading.Thread(target=work)
        thread.start()
        from .waiting import wait

        await wait((gone,), timeout=timeout)
        if gone.done():
            thread.join()
        else:
            self._warn(f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning)

    # Asynchronous generators

    def _asyncgen_begins(self, agen):
        if self._asyncgens_shut:
            self._warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call", ResourceWarning)
        if self._asyncgens is None:
            from weakref import WeakSet

            self._asyncgens = WeakSet()
        self._asyncgens.add(agen)

    def _asyncgen_forgotten(self, agen):
        if self._asyncgens is not None:
            self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close every asynchronous generator that has begun and not ended."""
        self._asyncgens_shut = True
        if not self._asyncgens:
            return
        from .waiting import gather

        left = list(self._asyncgens)
        self._asyncgens.clear()
        results = await gather(*[agen.aclose() for agen in left], return_exceptions=True)
        for result, agen in zip(results, left):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

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
        for key in sorted(context):
            if key in ("message", "exception"):
                continue
            value = context[key]
            if key == "source_traceback":
                stack = "".join(f'  File "{file}", line {line}, in {name}\n' for file, line, name in value)
                value = f"Object created at (most recent call last):\n{stack.rstrip()}"
            else:
                value = repr(value)
            lines.append(f"{key}: {value}")
        _logger("error", "\n".join(lines), context.get("exception"))


def _logger(level, text, error=None):
    """To the logger "asyncio"; without module logging, as its last resort does it: to stderr."""
    try:
        import logging
    except ModuleNotFoundError:
        print(text, file=sys.stderr, flush=True)
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        return
    exc_info = None if error is None else (type(error), error, error.__traceback__)
    getattr(logging.getLogger("asyncio"), level)(text, exc_info=exc_info)


def _debug_wanted():
    if sys.flags.dev_mode:
        return True
    os = sys.modules.get("os")
    return os is not None and bool(os.environ.get("PYTHONASYNCIODEBUG"))


def _stop_loop_of(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return  # it leaves the loop by itself
    future.get_loop().stop()
