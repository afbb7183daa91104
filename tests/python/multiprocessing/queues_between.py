# Queues between processes: sizes, limits, time limits, what cannot be pickled, closing; and back-pressure.
# needs: processes
import multiprocessing
import queue
import time

context = multiprocessing.get_context("spawn")


def refuses(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, "->", type(e).__name__, str(e).split(" object at ")[0])


def produces(q, count, size):
    for n in range(count):
        q.put((n, bytes(size)))
    q.put(None)


def consumes(q, results):
    total = 0
    while (item := q.get()) is not None:
        total += item
        q.task_done()
    results.put(total)
    q.task_done()


if __name__ == "__main__":
    q = context.Queue(2)
    refuses("empty", q.get_nowait)
    refuses("empty for a while", lambda: q.get(timeout=0.01))
    q.put("a")
    q.put("b")
    print(q.full(), q.qsize())
    refuses("full", lambda: q.put_nowait("c"))
    refuses("full for a while", lambda: q.put("c", timeout=0.01))
    print(q.get(), q.get(), q.full())
    q.put(lambda: 0)  # said on stderr, by the feeder: its place is free again
    while q.full() or q.qsize():
        time.sleep(0.001)
    q.put("after it")
    print(q.get())
    q.close()
    refuses("put after close", lambda: q.put(1))
    refuses("get after close", q.get)
    q.join_thread()

    q = context.Queue(3)
    p = context.Process(target=produces, args=(q, 200, 20_000))
    p.start()
    got = []
    while (item := q.get()) is not None:
        got.append(item[0])
    print("in order", got == list(range(200)))
    p.join()
    print(p.exitcode)

    q = context.Queue()
    q.put(b"x" * 3_000_000)  # does not wait for a reader
    print(len(q.get()))

    jobs, results = context.JoinableQueue(), context.Queue()
    workers = [context.Process(target=consumes, args=(jobs, results)) for _ in range(2)]
    for w in workers:
        w.start()
    for n in range(100):
        jobs.put(n)
    jobs.join()
    print("all done")
    for w in workers:
        jobs.put(None)
    jobs.join()
    print(results.get() + results.get(), [w.join() for w in workers])
    refuses("too often", jobs.task_done)

    s = context.SimpleQueue()
    print(s.empty())
    s.put([1, 2])
    print(s.empty(), s.get())
    s.close()
    refuses("pickled by itself", lambda: __import__("pickle").dumps(q))
