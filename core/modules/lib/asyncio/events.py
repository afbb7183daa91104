"""Which loop runs in which thread, the handles a loop runs, and loop policies."""

import _asyncio
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_running_loop

from . import format_helpers

__all__ = (
    "AbstractEventLoop",
    "AbstractEventLoopPolicy",
    "AbstractServer",
    "DefaultEventLoopPolicy",
    "Handle",
    "TimerHandle",
    "get_event_loop",
    "get_event_loop_policy",
    "get_running_loop",
    "new_event_loop",
    "set_event_loop",
    "set_event_loop_policy",
    "_get_running_loop",
    "_set_running_loop",
)


class AbstractEventLoop:
    """What every event loop is an instance of; a method it has not raises NotImplementedError."""


def _abstract(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


for _name in (
    "run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time "
    "create_future create_task call_soon_threadsafe run_in_executor set_default_executor "
    "add_reader remove_reader add_writer remove_writer add_signal_handler remove_signal_handler "
    "set_task_factory get_task_factory get_exception_handler set_exception_handler "
    "default_exception_handler call_exception_handler get_debug set_debug"
).split():
    setattr(AbstractEventLoop, _name, _abstract(_name))
del _name


class AbstractServer:
    """What create_server() gives."""


# Handles


def _debug_of(handle):
    return handle._loop is not None and handle._loop.get_debug()


def _handle_words(handle):
    words = [type(handle).__name__]
    if handle._cancelled:
        words.append("cancelled")
    if isinstance(handle, TimerHandle):
        words.append(f"when={handle._when}")
    if handle._callback is not None:
        words.append(format_helpers._format_callback_source(handle._callback, handle._args, debug=_debug_of(handle)))
    if handle._source_traceback:
        file, line, _ = handle._source_traceback[-1]
        words.append(f"created at {file}:{line}")
    return " ".join(words)


def _handle_repr(handle):
    return f"<{handle._repr or _handle_words(handle)}>"


def _callback_failed(handle, error):
    """A handle's callback raised."""
    words = format_helpers._format_callback_source(handle._callback, handle._args, debug=_debug_of(handle))
    context = {"message": f"Exception in callback {words}", "exception": error, "handle": handle}
    if handle._source_traceback:
        context["source_traceback"] = handle._source_traceback
    handle._loop.call_exception_handler(context)


# Loops and threads


class AbstractEventLoopPolicy:
    """How threads come by their loops."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread that sets one; the main thread's is made when first asked for."""

    _loop_factory = None
    _asked = False

    def get_event_loop(self):
        loop = _asyncio._chosen_loop()
        if loop is None:
            import threading

            thread = threading.current_thread()
            if thread is not threading.main_thread() or self._asked:
                raise RuntimeError(f"There is no current event loop in thread {thread.name!r}.")
            _warn("There is no current event loop")
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._asked = True
        _asyncio._set_chosen_loop(loop)

    def new_event_loop(self):
        from .unix_events import SelectorEventLoop

        return SelectorEventLoop()


def _warn(text):
    try:
        import warnings
    except ModuleNotFoundError:
        return
    warnings.warn(text, DeprecationWarning, stacklevel=3)


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def get_event_loop():
    """The running loop, else the one set for this thread."""
    loop = _get_running_loop()
    return _policy.get_event_loop() if loop is None else loop


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
