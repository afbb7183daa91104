"""The contracts' kit for threads: workers are threading.Thread, waiting blocks."""
import queue
import threading

name = "threading"
Lock, RLock, Event, Condition = threading.Lock, threading.RLock, threading.Event, threading.Condition
Semaphore, BoundedSemaphore, Barrier = threading.Semaphore, threading.BoundedSemaphore, threading.Barrier
BrokenBarrierError = threading.BrokenBarrierError
Queue, LifoQueue, PriorityQueue = queue.Queue, queue.LifoQueue, queue.PriorityQueue
Empty, Full = queue.Empty, queue.Full


def drive(coroutine):
    """Runs a coroutine that never really suspends."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("a contract suspended outside asyncio")


async def acquire(lock, timeout=None):
    return lock.acquire() if timeout is None else lock.acquire(timeout=timeout)


async def wait(thing, timeout=None):
    return thing.wait() if timeout is None else thing.wait(timeout)


async def wait_for(condition, predicate, timeout=None):
    return condition.wait_for(predicate, timeout)


async def release(lock):
    lock.release()


async def notify(condition, n=1):
    condition.notify(n)


async def put(q, item, timeout=None):
    q.put(item, timeout=timeout)


async def get(q, timeout=None):
    return q.get(timeout=timeout)


async def abort(barrier):
    barrier.abort()


async def start(function, *args):
    worker = threading.Thread(target=lambda: drive(function(*args)))
    worker.start()
    return worker


async def join(worker):
    worker.join()


def run(main):
    drive(main)
