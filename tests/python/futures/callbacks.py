"""add_done_callback: order, thread, and that a failing one does not keep the others away."""
import io
import sys
import threading
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor

f = Future()
log = []
for n in range(3):
    f.add_done_callback(lambda f, n=n: log.append(n))
f.set_result(None)
print(log)

sys.stderr = io.StringIO()
f = Future()
f.add_done_callback(lambda f: 1 / 0)
f.add_done_callback(lambda f: log.append("after the failing one"))
f.set_result(None)
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print(log[-1], text.startswith("exception calling callback for <Future at 0x"), text.splitlines()[-1])

with ThreadPoolExecutor(1, "worker") as pool:
    gate, names = threading.Event(), []
    f = pool.submit(gate.wait)
    f.add_done_callback(lambda f: names.append(threading.current_thread().name))
    gate.set()
    f.result()
print(names)
f.add_done_callback(lambda f: names.append(threading.current_thread().name))
print(names)


# A pool whose initializer fails is broken.
def fail():
    raise ValueError("initializer")


sys.stderr = io.StringIO()
pool = ThreadPoolExecutor(1, initializer=fail)
try:
    pool.submit(int).result()
except BrokenExecutor as e:
    broken = e
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print(type(broken).__name__, broken)
print(text.splitlines()[0], text.splitlines()[-1])
try:
    pool.submit(int)
except BrokenExecutor as e:
    print(e)
pool.shutdown()
print(issubclass(BrokenExecutor, RuntimeError))
