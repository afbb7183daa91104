"""as_completed gives futures in the order they finish."""
import threading
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

gates = [threading.Event() for _ in range(4)]
with ThreadPoolExecutor(4) as pool:
    futures = {pool.submit(gate.wait): n for n, gate in enumerate(gates)}
    order = []
    finishing = iter((2, 0, 3, 1))
    gates[next(finishing)].set()
    for f in as_completed(futures):
        order.append(futures[f])
        n = next(finishing, None)
        if n is not None:
            gates[n].set()
    print(order)

done = [Future() for _ in range(3)]
for n, f in enumerate(done):
    f.set_result(n)
print(sorted(f.result() for f in as_completed(done)))
print(len(list(as_completed(done + done))), list(as_completed([])))
never = Future()
try:
    for f in as_completed([done[0], never], timeout=0.05):
        print("first", f.result())
except TimeoutError as e:
    print(e)
cancelled = Future()
cancelled.cancel()
cancelled.set_running_or_notify_cancel()
print([f.cancelled() for f in as_completed([cancelled])])
