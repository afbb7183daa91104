"""How soon a killed child is gone: a line each, tab-separated, then half a second in which nothing here computes.

Runs on CPython and on gilbox. The figure is the worst of five: from kill() until join() has the exit code.
"""
import multiprocessing
import time

clock = time.perf_counter


def in_bytecode(ready):
    ready.send(True)
    n = 0
    while True:
        n += 1


def in_native_code(ready):
    ready.send(True)
    sum(range(10**13))


def on_a_lock(ready, lock):
    ready.send(True)
    lock.acquire()


def on_a_pipe(ready):
    ready.send(True)
    ready.recv()


def asleep(ready):
    ready.send(True)
    time.sleep(1000)


def gone_after(context, target, *args):
    ours, theirs = context.Pipe()
    child = context.Process(target=target, args=(theirs, *args))
    child.start()
    ours.recv()
    time.sleep(0.05)  # well into it
    began = clock()
    child.kill()
    child.join()
    took = clock() - began
    assert child.exitcode == -9, child.exitcode
    return took * 1e3


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    lock = context.Lock()
    lock.acquire()
    for target, *args in ((in_bytecode,), (in_native_code,), (on_a_lock, lock), (on_a_pipe,), (asleep,)):
        worst = max(gone_after(context, target, *args) for _ in range(5))
        print("killed " + target.__name__.replace("_", " "), worst, "ms", sep="\t", flush=True)
        time.sleep(0.5)
