"""Children that do nothing, so that their memory can be looked at: a line when they are there, then two seconds.

Runs on CPython and on gilbox. The third column says how many children there are.
"""
import multiprocessing
import time


def waits(ready, go, wanted):
    for name in wanted:
        __import__(name)
    ready.release()
    go.wait()


def show(context, figure, count, wanted):
    ready, go = context.Semaphore(0), context.Event()
    children = [context.Process(target=waits, args=(ready, go, wanted)) for _ in range(count)]
    for child in children:
        child.start()
    for _ in children:
        ready.acquire()
    print(figure, 0, count, sep="\t", flush=True)
    time.sleep(2)
    go.set()
    for child in children:
        child.join()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    print("before", 0, 0, sep="\t", flush=True)
    time.sleep(2)
    show(context, "an idle child", 1, ())
    show(context, "a child that imported json and dataclasses", 1, ("json", "dataclasses"))
    show(context, "16 idle children, together", 16, ())
