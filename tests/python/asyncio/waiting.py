# wait, as_completed both ways, shield, sleep, run_coroutine_threadsafe and what they refuse.
import asyncio


async def value(n, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if isinstance(n, Exception):
        raise n
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    def make():
        return [asyncio.create_task(value(n, turns), name=str(n)) for n, turns in ((1, 3), (2, 1), (ValueError("x"), 2))]

    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(make(), return_when=when)
        print(when, names(done), names(pending))
        for task in done:
            task.exception()
        for task in pending:
            await asyncio.wait([task])
            task.exception()
    slow = asyncio.create_task(asyncio.sleep(5))
    print([len(each) for each in await asyncio.wait([slow], timeout=0.01)], slow.done())
    slow.cancel()
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait(slow), lambda: asyncio.wait([slow], return_when="x")):
        try:
            await bad()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

    print("-- as_completed")
    seen = []
    for next_one in asyncio.as_completed([value("slow", 5), value("fast", 1), value("middle", 3)]):
        seen.append(await next_one)
    print(seen)
    tasks = [asyncio.create_task(value(n, 4 - n), name=str(n)) for n in range(1, 4)]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), await task)
    try:
        for next_one in asyncio.as_completed([asyncio.sleep(5), value("in time", 1)], timeout=0.01):
            print(await next_one)
    except TimeoutError as error:
        print(repr(error))
    print([each async for each in asyncio.as_completed([])])

    print("-- shield")
    inner = asyncio.create_task(value("inner", 2))
    outer = asyncio.shield(inner)
    outer.cancel()
    print(outer.cancelled(), inner.cancelled(), await inner)
    inner = asyncio.get_running_loop().create_future()
    outer = asyncio.shield(inner)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("with it")
    print(await asyncio.shield(value("coroutine", 1)))

    print("-- sleep")
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-1, "less"), await asyncio.sleep(0.001, "more"))
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print(error)
    try:
        await asyncio.sleep("1")
    except TypeError as error:
        print(error)

    print("-- ensure_future")

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "awaited"

    print(await asyncio.ensure_future(Awaitable()), asyncio.ensure_future(inner) is inner)
    try:
        asyncio.ensure_future(5)
    except TypeError as error:
        print(error)
    order = []
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, order.append, "last")
    loop.call_later(0.01, order.append, "first")
    loop.call_soon(order.append, "now")
    handle = loop.call_later(0.005, order.append, "never")
    handle.cancel()
    loop.call_at(loop.time() - 1, order.append, "overdue")
    await asyncio.sleep(0.05)
    print(order, handle.cancelled())


asyncio.run(main())
