"""cancel() before it runs, and shutdown(cancel_futures=True)."""
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
gate, begun = threading.Event(), threading.Event()


def hold():
    begun.set()
    gate.wait()
    return "held"


running = pool.submit(hold)
begun.wait()
queued = [pool.submit(print, "never printed") for _ in range(3)]
told = []
queued[0].add_done_callback(lambda f: told.append(f.cancelled()))
print(running.cancel(), [f.cancel() for f in queued[:2]], told)
try:
    queued[0].result()
except CancelledError as e:
    print("cancelled", repr(e))
try:
    queued[1].exception()
except CancelledError:
    print("also from exception()")
pool.shutdown(wait=False, cancel_futures=True)
print(queued[2].cancelled(), running.done())
try:
    pool.submit(int)
except RuntimeError as e:
    print(e)
gate.set()
print(running.result())
pool.shutdown()
pool.shutdown(cancel_futures=True)
print([t.is_alive() for t in pool._threads])
