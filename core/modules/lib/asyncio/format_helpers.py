"""Words for callbacks and stacks."""

import functools
import sys


def _get_function_source(func):
    """(file, line) of the function behind func, or None."""
    while True:
        inner = getattr(func, "__wrapped__", None) or (func.func if isinstance(func, functools.partial) else None)
        if inner is None:
            break
        func = inner
    code = getattr(func, "__code__", None)
    return None if code is None else (code.co_filename, code.co_firstlineno)


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    if not debug:
        return "()"  # arguments may be secret
    items = [repr(each) for each in args or ()]
    items += [f"{name}={each!r}" for name, each in (kwargs or {}).items()]
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return text if source is None else f"{text} at {source[0]}:{source[1]}"


def extract_stack(frame=None, limit=10):
    """[(file, line, name)] of the callers outside asyncio, the innermost last; debug mode keeps these."""
    if frame is None:
        frame = sys._getframe(1)
    stack = []
    while frame is not None and len(stack) < limit:
        code = frame.f_code
        if not frame.f_globals.get("__name__", "").startswith("asyncio."):
            stack.append((code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    stack.reverse()
    return stack
