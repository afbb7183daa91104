"""Exceptions being handled, recursion and context variables belong to a thread."""
import contextvars
import sys
import threading

var = contextvars.ContextVar("var", default="default")
var.set("main")
out = []


def look():
    out.append(var.get())
    var.set("thread")
    out.append(sys.exception())


try:
    raise KeyError("handled in main")
except KeyError:
    t = threading.Thread(target=look)
    t.start()
    t.join()
    print(out, repr(sys.exception()), var.get())


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def deep():
    depths.append(depth() > 500)


depths = []
t = threading.Thread(target=deep)
t.start()
t.join()
print(depths, depth() > 500)
context = contextvars.copy_context()
t = threading.Thread(target=context.run, args=(lambda: out.append(var.get()),))
t.start()
t.join()
print(out[-1])
