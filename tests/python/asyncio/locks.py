# Lock, Event, Condition, Semaphore and Barrier: fairness, misuse, cancelled waiters, what they print.
import asyncio
import re


def show(thing):
    return re.sub(r"0x[0-9a-f]+", "0x", repr(thing))


async def main():
    print("-- Lock")
    lock = asyncio.Lock()
    order = []

    async def holds(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(holds(n)) for n in range(5)]
    await asyncio.sleep(0)
    print(show(lock), lock.locked())
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, show(lock))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    waiter.cancel()  # it was its turn already
    try:
        await waiter
    except asyncio.CancelledError:
        print("cancelled", lock.locked())

    print("-- Event")
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    print(show(event), event.is_set())
    event.set()
    print(await asyncio.gather(*waiters), show(event), await event.wait())
    event.clear()
    print(event.is_set())
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("timed out", show(event))

    print("-- Condition")
    condition = asyncio.Condition()
    items = []

    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, "takes", items.pop())

    consumers = [asyncio.create_task(consumer(n)) for n in "ab"]
    await asyncio.sleep(0)
    print(show(condition))
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*consumers)
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.01)
        except TimeoutError:
            print("timed out", condition.locked())

    print("-- Semaphore")
    semaphore = asyncio.Semaphore(2)
    inside = most = 0

    async def limited():
        nonlocal inside, most
        async with semaphore:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*[limited() for _ in range(10)])
    print(most, show(semaphore), semaphore.locked())
    await semaphore.acquire()
    await semaphore.acquire()
    print(show(semaphore), semaphore.locked())
    blocked = [asyncio.create_task(semaphore.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    print(show(semaphore))
    blocked[0].cancel()
    semaphore.release()
    print(await blocked[1], show(semaphore))
    for bad in (lambda: asyncio.Semaphore(-1), asyncio.BoundedSemaphore(1).release):
        try:
            bad()
        except ValueError as error:
            print(error)

    print("-- Barrier")
    barrier = asyncio.Barrier(3)
    print(show(barrier), barrier.parties, barrier.n_waiting, barrier.broken)

    async def meets():
        async with barrier as position:
            return position

    print(sorted(await asyncio.gather(*[meets() for _ in range(6)])))
    alone = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(show(barrier), barrier.n_waiting)
    await barrier.reset()
    try:
        await alone
    except asyncio.BrokenBarrierError as error:
        print(error, show(barrier))
    alone = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    for task in (alone, asyncio.create_task(barrier.wait())):
        try:
            await task
        except asyncio.BrokenBarrierError as error:
            print(error, show(barrier), barrier.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError:
        return "bound"


print(asyncio.run(contend()))
try:
    asyncio.run(contend())
except RuntimeError as error:
    print(str(error).partition("> ")[2])
