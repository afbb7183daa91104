# The examples of the reference's page on synchronization primitives.
import asyncio


async def an_event():
    async def waiter(event):
        print("waiting for it ...")
        await event.wait()
        print("... got it!")

    event = asyncio.Event()
    waiter_task = asyncio.create_task(waiter(event))
    await asyncio.sleep(0.01)
    event.set()
    await waiter_task


async def a_lock():
    lock = asyncio.Lock()
    async with lock:
        print("locked", lock.locked())
    print("locked", lock.locked())
    await lock.acquire()
    try:
        print("locked", lock.locked())
    finally:
        lock.release()


async def a_condition():
    cond, log = asyncio.Condition(), []

    async def waiter(name):
        async with cond:
            await cond.wait()
            log.append(name)

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
    await asyncio.sleep(0.01)
    print(log)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)
    print(log)


async def a_semaphore():
    sem = asyncio.Semaphore(10)
    async with sem:
        print("inside", sem.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)


async def a_barrier():
    async def example_barrier():
        b = asyncio.Barrier(3)
        asyncio.create_task(b.wait())
        asyncio.create_task(b.wait())
        await asyncio.sleep(0)
        print(b)
        await b.wait()
        print(b)
        await asyncio.sleep(0)
        print(b)

    await example_barrier()


async def a_barrier_position():
    barrier = asyncio.Barrier(2)

    async def party():
        async with barrier as position:
            if position == 0:
                print("End of *barrier phase*")

    await asyncio.gather(party(), party())
    await barrier.abort()
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print("broken", barrier.broken, type(error).__name__)


import re


def plain(*args):
    __builtins__.print(*(re.sub(r"0x[0-9a-f]+", "0x", str(arg)) for arg in args))


print = plain
for each in (an_event, a_lock, a_condition, a_semaphore, a_barrier, a_barrier_position):
    print("--", each.__name__)
    asyncio.run(each())
