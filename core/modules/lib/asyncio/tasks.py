"""Tasks (Library Reference, "asyncio-task"): a coroutine the loop runs a step at a time."""

import itertools
from contextvars import _current as contexts, copy_context
from _thread import get_ident
from types import CoroutineType, GenericAlias

from . import events, futures
from .coroutines import iscoroutine
from .exceptions import CancelledError
from .futures import _PENDING, Future

__all__ = ("Task", "create_task", "current_task", "all_tasks", "ensure_future", "create_eager_task_factory", "eager_task_factory")

_number = itertools.count(1).__next__


class Task(Future):
    # What the loop's ready queue asks of its entries besides _run and _context.
    _dropped = False

    _awaits = None  # the future the step ended with
    _must_cancel = False
    _cancel_requests = 0

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        if type(coro) is not CoroutineType and not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._coro = coro
        self._send = coro.send
        self._context = copy_context() if context is None else context
        self._name = _number() if name is None else str(name)
        loop._tasks.add(self)
        if eager_start and loop.is_running():
            self._start_now(loop)
        else:
            loop._ready.append(self)

    def _start_now(self, loop):
        """The first step at once, inside the task that creates this one."""
        ident = get_ident()
        before, creator = contexts.get(ident), loop._current_task
        contexts[ident] = self._context
        try:
            self._run()
        finally:
            loop._current_task = creator
            if before is None:
                contexts.pop(ident, None)
            else:
                contexts[ident] = before

    def _run(self):
        """One step: on to the next await that has to wait."""
        loop = self._loop
        self._awaits = None
        loop._current_task = self
        try:
            if self._must_cancel:
                self._must_cancel = False
                awaited = self._coro.throw(self._cancelled_error())
            else:
                awaited = self._send(None)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end()
                Future.cancel(self, self._cancel_message)
            else:
                self._end()
                Future.set_result(self, stop.value)
        except CancelledError as error:
            self._end()
            self._exception = error
            Future.cancel(self, self._cancel_message)
        except BaseException as error:
            self._end()
            below = error.__traceback__.tb_next  # the coroutine's frames, without this one
            Future.set_exception(self, error if below is None else error.with_traceback(below))
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
        else:
            if awaited is None:
                loop._ready.append(self)  # a bare yield: everyone else's turn
            else:
                self._wait_for(awaited, loop)
        finally:
            loop._current_task = None

    def _end(self):
        self._loop._tasks.discard(self)
        self._send = None

    def _wait_for(self, awaited, loop):
        if isinstance(awaited, Future) and awaited._asyncio_future_blocking:
            if awaited._loop is not loop:
                self._fail(f"Task {self!r} got Future {awaited!r} attached to a different loop")
            elif awaited is self:
                self._fail(f"Task cannot await on itself: {self!r}")
            else:
                awaited._asyncio_future_blocking = False
                self._awaits = awaited
                if awaited._state is not _PENDING:
                    loop._ready.append(self)
                elif awaited._callbacks is None:
                    awaited._callbacks = [self]
                else:
                    awaited._callbacks.append(self)
                if self._must_cancel and awaited.cancel(self._cancel_message):
                    self._must_cancel = False
        elif futures.isfuture(awaited) and awaited._asyncio_future_blocking:
            awaited._asyncio_future_blocking = False
            self._awaits = awaited
            awaited.add_done_callback(self._wake, context=self._context)
        elif futures.isfuture(awaited):
            self._fail(f"yield was used instead of yield from in task {self!r} with {awaited!r}")
        else:
            self._fail(f"Task got bad yield: {awaited!r}")

    def _wake(self, future):
        self._run()

    def _fail(self, message):
        """Raise RuntimeError in the coroutine, at its next turn."""
        coro, error = self._coro, RuntimeError(message)
        send = self._send

        def throw(_):
            self._send = send
            return coro.throw(error)

        self._send = throw
        self._loop._ready.append(self)

    def cancel(self, msg=None):
        """Ask for CancelledError in the coroutine, at its next turn; False when it is done."""
        self._unseen = False
        if self._state is not _PENDING:
            return False
        self._cancel_requests += 1
        if self._awaits is not None and self._awaits.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many calls of cancel() have not been taken back."""
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
            if self._cancel_requests == 0:
                self._must_cancel = False
        return self._cancel_requests

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_name(self):
        name = self._name
        return name if type(name) is str else f"Task-{name}"

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_stack(self, *, limit=None):
        frame = getattr(self._coro, "cr_frame", None)
        return [] if frame is None else [frame]

    def _details(self):
        details = super()._details()
        if self._must_cancel or (self._state is _PENDING and self._cancel_requests):
            details[0] = "cancelling"
        details.insert(1, f"name={self.get_name()!r}")
        details.insert(2, f"coro={_place(self._coro)}")
        if self._awaits is not None:
            details.insert(3, f"wait_for={self._awaits!r}")
        return details

    __class_getitem__ = classmethod(GenericAlias)


def _place(coro):
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    code = getattr(coro, "cr_code", None)
    if code is None:
        return f"<{name}()>"
    frame = getattr(coro, "cr_frame", None)
    if frame is None:
        return f"<{name}() done, defined at {code.co_filename}:{code.co_firstlineno}>"
    return f"<{name}() running at {code.co_filename}:{frame.f_lineno}>"


def create_task(coro, *, name=None, context=None):
    """Run the coroutine in the running loop, as a task."""
    return events.get_running_loop().create_task(coro, name=name, context=context)


def current_task(loop=None):
    """The task whose step runs now; None in a callback."""
    return (events.get_running_loop() if loop is None else loop)._current_task


def all_tasks(loop=None):
    """The loop's tasks that are not done."""
    return set((events.get_running_loop() if loop is None else loop)._tasks)


async def _await(awaitable):
    return await awaitable


def ensure_future(obj, *, loop=None):
    """obj as a future: itself, or a task that runs it."""
    if type(obj) is CoroutineType and loop is not None:
        return loop.create_task(obj)
    if futures.isfuture(obj):
        if loop is not None and loop is not obj.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return obj
    if not iscoroutine(obj):
        if not hasattr(type(obj), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        obj = _await(obj)
    if loop is None:
        try:
            loop = events.get_event_loop()
        except RuntimeError:
            obj.close()
            raise
    return loop.create_task(obj)


def create_eager_task_factory(make):
    """A task factory whose tasks take their first step when they are created."""

    def factory(loop, coro, *, name=None, context=None):
        return make(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
