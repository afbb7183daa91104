"""Blocking calls, out of the loop's way."""

from contextvars import copy_context
from functools import partial

from .events import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """func(*args, **kwargs) in a thread, with this context's variables; its result."""
    call = partial(copy_context().run, func, *args, **kwargs)
    return await get_running_loop().run_in_executor(None, call)
