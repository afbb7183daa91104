"""The contracts' kit for asyncio: workers are tasks, waiting is awaiting."""
import asyncio

name = "asyncio"
Lock, Event, Condition = asyncio.Lock, asyncio.Event, asyncio.Condition
RLock = None
Semaphore, BoundedSemaphore, Barrier = asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Barrier
BrokenBarrierError = asyncio.BrokenBarrierError
Queue, LifoQueue, PriorityQueue = asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue
Empty, Full = asyncio.QueueEmpty, asyncio.QueueFull


async def limited(awaitable, timeout, late):
    if timeout is None:
        return await awaitable
    try:
        return await asyncio.wait_for(awaitable, timeout)
    except TimeoutError:
        if isinstance(late, type) and issubclass(late, Exception):
            raise late from None
        return late


async def acquire(lock, timeout=None):
    return await limited(lock.acquire(), timeout, False)


async def wait(thing, timeout=None):
    late = BrokenBarrierError if isinstance(thing, Barrier) else False
    result = await limited(thing.wait(), timeout, late)
    return result


async def wait_for(condition, predicate, timeout=None):
    return await limited(condition.wait_for(predicate), timeout, False)


async def release(lock):
    lock.release()


async def notify(condition, n=1):
    condition.notify(n)


async def put(q, item, timeout=None):
    await limited(q.put(item), timeout, Full)


async def get(q, timeout=None):
    return await limited(q.get(), timeout, Empty)


async def abort(barrier):
    await barrier.abort()


async def start(function, *args):
    worker = asyncio.create_task(function(*args))
    await asyncio.sleep(0)
    return worker


async def join(worker):
    await worker


def run(main):
    asyncio.run(main)
