"""wait(): all, the first, the first exception, a timeout."""
import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait


def fail():
    raise ValueError("failed")


with ThreadPoolExecutor(3) as pool:
    gate = threading.Event()
    slow, quick = pool.submit(gate.wait), pool.submit(int)
    done, not_done = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(quick in done, slow in not_done, type(wait([quick])).__name__)
    bad = pool.submit(fail)
    done, not_done = wait({slow, bad}, return_when=FIRST_EXCEPTION)
    print(bad in done, slow in not_done)
    done, not_done = wait([slow, quick], timeout=0.02)
    print(quick in done, slow in not_done)
    result = wait([slow, quick], timeout=0)
    print(len(result.done), len(result.not_done))
    gate.set()
    done, not_done = wait([slow, quick, bad], return_when=ALL_COMPLETED)
    print(len(done), not_done)
    done, not_done = wait([pool.submit(int), pool.submit(int)], return_when=FIRST_EXCEPTION)
    print(len(done), len(not_done))
try:
    wait([Future()], return_when="SOMETIMES", timeout=0)
except ValueError as e:
    print(e)
f = Future()
f.cancel()
f.set_running_or_notify_cancel()
print(len(wait([f]).done))
print(wait([]))
