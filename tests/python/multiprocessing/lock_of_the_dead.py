# A lock that a killed process held stays held; the others find out by a time limit.
# needs: processes
import multiprocessing
import os
import time

context = multiprocessing.get_context("spawn")


def holds(lock, ready):
    lock.acquire()
    ready.set()
    time.sleep(600)


def tries(lock, results):
    results.send(lock.acquire(timeout=0.05))


if __name__ == "__main__":
    for kind in ("Lock", "RLock", "Semaphore"):
        lock, ready = getattr(context, kind)(), context.Event()
        p = context.Process(target=holds, args=(lock, ready))
        p.start()
        ready.wait()
        print(kind, "taken", lock.acquire(False), repr(lock))
        p.kill()
        p.join()
        print(p.exitcode, "still taken", lock.acquire(False), lock.acquire(timeout=0.02))
        here, there = context.Pipe()
        other = context.Process(target=tries, args=(lock, there))
        other.start()
        print("by another one too", here.recv())
        other.join()
    lock = context.Lock()
    lock.acquire()
    p = context.Process(target=tries, args=(lock, there))
    p.start()
    print("held by the parent", here.recv(), repr(lock))
    lock.release()
    p.join()
    try:
        lock.release()
    except ValueError as e:
        print(e)
