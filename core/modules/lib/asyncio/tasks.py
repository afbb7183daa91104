"""Tasks (Library Reference, "asyncio-task"): a coroutine the loop runs a step at a time."""

from _asyncio import Task, _turn, all_tasks, create_task, current_task
from types import CoroutineType

from . import base_tasks, events, futures
from .coroutines import iscoroutine

__all__ = ("Task", "create_task", "current_task", "all_tasks", "ensure_future", "create_eager_task_factory", "eager_task_factory")


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
