"""A Future by hand: pending, running, cancelled, finished."""
from concurrent.futures import CancelledError, Future, InvalidStateError, TimeoutError as Late


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException as e:
        return f"{type(e).__name__}({e})"


f = Future()
print(f.running(), f.done(), f.cancelled(), repr(f).split(" at ")[0], "pending" in repr(f))
print(attempt(f.result, 0.01), attempt(f.exception, 0), Late is TimeoutError)
print(f.set_running_or_notify_cancel(), f.running(), f.cancel(), "running" in repr(f))
calls = []
f.add_done_callback(lambda x: calls.append(x is f))
f.set_result(42)
print(f.result(), f.exception(), f.done(), calls, "finished returned int" in repr(f))
f.add_done_callback(lambda x: calls.append("at once"))
print(calls, f.cancel())
print(attempt(f.set_result, 1).split(":")[0], attempt(f.set_exception, ValueError()).split(":")[0])
g = Future()
print(g.cancel(), g.cancelled(), g.done(), g.cancel(), "cancelled" in repr(g))
print(g.set_running_or_notify_cancel(), attempt(g.result), attempt(g.exception))
print(issubclass(InvalidStateError, Exception), issubclass(CancelledError, Exception))
h = Future()
h.set_exception(KeyError("k"))
print(repr(h.exception()), attempt(h.result), "finished raised KeyError" in repr(h))
print(attempt(h.set_running_or_notify_cancel).split("(")[0] in ("RuntimeError", "InvalidStateError"))
