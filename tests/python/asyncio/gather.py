# gather: order, failures, cancellation both ways, what is given twice, what is done already.
import asyncio


async def value(n, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    return n


async def fails(error, turns=1):
    await value(0, turns)
    raise error


async def forever():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(), await asyncio.gather(value(1, 3), value(2), value(3, 2)))
    coro = value(4)
    print(await asyncio.gather(coro, value(5), coro))
    done = loop.create_future()
    done.set_result("ready")
    print(await asyncio.gather(done, value(6)))

    slow = asyncio.create_task(value("slow", 5))
    try:
        await asyncio.gather(slow, fails(ValueError("a")), fails(KeyError("b"), 2))
    except ValueError as error:
        print("raised", repr(error), slow.done(), await slow)
    print(await asyncio.gather(fails(ValueError("a")), value(1), fails(KeyError("b")), return_exceptions=True))

    print("-- cancelled from outside")
    children = [asyncio.create_task(forever()) for _ in range(2)]
    outer = asyncio.gather(*children)
    await asyncio.sleep(0)
    print(outer.cancel("all"), outer.done(), [child.cancelling() for child in children])
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args, outer.cancelled(), [child.cancelled() for child in children])
    print(outer.cancel())

    print("-- a child cancelled")
    children = [asyncio.create_task(forever()), asyncio.create_task(value(1, 5))]
    outer = asyncio.gather(*children)
    await asyncio.sleep(0)
    children[0].cancel("one")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args, children[1].done())
    children = [asyncio.create_task(forever()), asyncio.create_task(value(1, 2))]
    outer = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    children[0].cancel("one")
    print([repr(each) for each in await outer])

    print("-- a waiting task cancelled")
    children = [asyncio.create_task(forever()) for _ in range(2)]

    async def waits():
        await asyncio.gather(*children)

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), [child.cancelled() for child in children])

    print("-- misuse")
    for bad in (5, "x"):
        try:
            asyncio.gather(bad)
        except TypeError as error:
            print(error)
    outer = asyncio.gather(asyncio.create_task(value(1)), asyncio.create_task(value(2)))
    print(type(outer).__name__, isinstance(outer, asyncio.Future), outer)
    print(await outer)


asyncio.run(main())
