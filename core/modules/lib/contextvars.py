"""Context variables (PEP 567): values that follow a task, or a thread, instead of a module."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")
