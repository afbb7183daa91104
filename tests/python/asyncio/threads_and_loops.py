# Loops and threads: to_thread, executors, calls from other threads, a loop in each thread.
import asyncio
import concurrent.futures
import contextvars
import threading

var = contextvars.ContextVar("var", default="unset")


def work(n):
    return n * n, threading.current_thread() is threading.main_thread()


async def main():
    var.set("mine")
    print(await asyncio.to_thread(work, 4), await asyncio.to_thread(var.get))
    print(await asyncio.gather(*[asyncio.to_thread(work, n) for n in range(5)]))
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(error)
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, work, 3))
    arrived = loop.create_future()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(arrived.set_result, "from a thread"))
    thread.start()
    print(await arrived)
    thread.join()

    print("-- coroutines from another thread")

    async def add(a, b):
        await asyncio.sleep(0)
        return a + b

    def other(results):
        results.append(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
        failing = asyncio.run_coroutine_threadsafe(asyncio.sleep("x"), loop)
        results.append(type(failing.exception()).__name__)
        lasting = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
        try:
            lasting.result(timeout=0.01)
        except TimeoutError:
            results.append(lasting.cancel())

    results = []
    await asyncio.to_thread(other, results)
    print(results)


asyncio.run(main())

print("-- a loop in each thread")
totals = []


async def count(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n, asyncio.current_task().get_name() is not None


def runs(n):
    totals.append(asyncio.run(count(n)))


threads = [threading.Thread(target=runs, args=(n,)) for n in (100, 200, 300)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(totals))


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=no_loop, name="bare")
thread.start()
thread.join()

print("-- one loop talks to another")
other_loop = asyncio.new_event_loop()
thread = threading.Thread(target=other_loop.run_forever)
thread.start()


async def asks():
    future = asyncio.run_coroutine_threadsafe(count(5), other_loop)
    return await asyncio.wrap_future(future)


print(asyncio.run(asks()))
other_loop.call_soon_threadsafe(other_loop.stop)
thread.join()
print(other_loop.is_running(), other_loop.is_closed())
other_loop.close()
try:
    other_loop.call_soon(print)
except RuntimeError as error:
    print(error)
