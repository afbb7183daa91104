# A queue between processes used by one process: order, sizes, limits, Full and Empty.
# needs: processes
import multiprocessing
import queue
import time

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    q = context.Queue(3)
    print(q.full(), q.qsize())
    for n in range(3):
        q.put(n)
    print(q.full(), q.qsize())
    for call in (lambda: q.put(9, False), lambda: q.put_nowait(9), lambda: q.put(9, timeout=0.01)):
        try:
            call()
        except queue.Full as e:
            print("Full", e.args)
    print([q.get() for _ in range(3)], q.qsize(), q.full())
    for call in (lambda: q.get(False), q.get_nowait, lambda: q.get(timeout=0.01)):
        try:
            call()
        except queue.Empty as e:
            print("Empty", e.args)
    q.put({"a": [1, 2]})
    print(q.get(timeout=10), q.empty())
    q.close()
    for call in (lambda: q.put(1), q.get):
        try:
            call()
        except ValueError as e:
            print(type(e).__name__, str(e).endswith("is closed"))
    q.join_thread()
    print("joined")
