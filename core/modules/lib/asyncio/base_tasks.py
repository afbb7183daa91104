"""What tasks show of themselves: repr and stacks."""

import sys

from . import base_futures, coroutines


def _task_repr_info(task):
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    if task._coro is not None:
        info.insert(2, f"coro=<{coroutines._format_coroutine(task._coro)}>")
    if task._fut_waiter is not None:
        info.insert(3, f"wait_for={task._fut_waiter!r}")
    return info


def _task_repr(task):
    return base_futures._in_brackets(task, _task_repr_info)


def _destroyed_pending(task):
    context = {"task": task, "message": "Task was destroyed but it is pending!"}
    if task._source_traceback:
        context["source_traceback"] = task._source_traceback
    task._loop.call_exception_handler(context)


def _frame_of(coro):
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coro, name):
            return getattr(coro, name)
    return None


def _task_get_stack(task, limit):
    frame = _frame_of(task._coro)
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        traceback = task._exception.__traceback__
        while traceback is not None and (limit is None or len(frames) < limit):
            frames.append(traceback.tb_frame)
            traceback = traceback.tb_next
    return frames


def _source_line(file, line):
    try:
        import linecache
    except ModuleNotFoundError:
        return ""
    return linecache.getline(file, line).strip()


def _print_entry(file, line, name, out):
    print(f'  File "{file}", line {line}, in {name}', file=out)
    if source := _source_line(file, line):
        print(f"    {source}", file=out)


def _task_print_stack(task, limit, file):
    error = task._exception
    frames = task.get_stack(limit=limit)
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    if error is None:
        for frame in frames:
            _print_entry(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, file)
        return
    traceback, left = error.__traceback__, limit
    while traceback is not None and left != 0:
        code = traceback.tb_frame.f_code
        _print_entry(code.co_filename, traceback.tb_lineno, code.co_name, file)
        traceback = traceback.tb_next
        left = None if left is None else left - 1
    text = str(error)
    name = type(error).__qualname__
    print(f"{name}: {text}" if text else name, file=file)
