"""The tree of tasks, each with what it awaits and those it waits for below it: what `gilbox ps --tasks PID` shows.

format_tree() is the text. The machine asks for it by a signal of its own, and show() answers in the file /tmp/tasks.PID.
"""

import os

from _asyncio import _pending_tasks, Future


def _waiting_tasks(future, seen):
    """The tasks that go on when future is done, through gather, wait and task groups."""
    for callback, _ in future._callbacks or ():
        owner = getattr(callback, "__self__", None)
        cells = [cell.cell_contents for cell in getattr(callback, "__closure__", None) or ()]
        parent = getattr(owner, "_parent", None)
        if parent is not None:
            yield parent
        for other in [owner, *cells]:
            if hasattr(other, "get_coro"):
                yield other
            elif isinstance(other, Future) and id(other) not in seen:
                seen.add(id(other))
                yield from _waiting_tasks(other, seen)


def _lines_of(task):
    """Its coroutines, outermost first: "fetch /home/app.py:12"."""
    coroutine = task.get_coro()
    while coroutine is not None:
        name = getattr(coroutine, "__qualname__", None)
        frame = getattr(coroutine, "cr_frame", None)
        if name is None:
            break
        yield f"{name} {frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else name
        coroutine = getattr(coroutine, "cr_await", None)


def format_tree():
    """One line a task and a coroutine; a task stands below the one that waits for it."""
    tasks = _pending_tasks()[::-1]
    below = {task: [] for task in tasks}
    roots = []
    for task in tasks:
        parents = [each for each in dict.fromkeys(_waiting_tasks(task, set())) if each in below]
        for parent in parents:
            below[parent].append(task)
        if not parents:
            roots.append(task)
    lines = []
    shown = set()

    def show(task, first, rest):
        lines.append(f"{first}(T) {task.get_name()}")
        if task in shown:
            lines[-1] += " (see above)"
            return
        shown.add(task)
        children = below[task]
        stack = list(_lines_of(task))
        for line in stack:
            lines.append(f"{rest}{'│' if children else ' '}   {line}")
        for child in children:
            last = child is children[-1]
            show(child, rest + ("└── " if last else "├── "), rest + ("    " if last else "│   "))

    for task in roots:
        show(task, "", "")
    for task in tasks:  # what waits in a ring has no root
        if task not in shown:
            show(task, "", "")
    return "\n".join(lines) if lines else "no tasks"


def show():
    path = f"/tmp/tasks.{os.getpid()}"
    with open(path + ".new", "w") as file:
        file.write(format_tree() + "\n")
    os.rename(path + ".new", path)
