# timeout, timeout_at, wait_for: who is cancelled, what is raised, nesting, rescheduling.
import asyncio


async def forever():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as limit:
            print(limit.when() is not None, limit.expired())
            await forever()
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit)
    print(asyncio.current_task().cancelling())

    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(0)
    print(limit, limit.when())
    async with asyncio.timeout(5) as limit:
        limit.reschedule(None)
        print(limit)
    async with asyncio.timeout(5) as limit:
        await asyncio.sleep(0)
    print(limit.expired(), limit)
    for call in (lambda: limit.reschedule(1), lambda: asyncio.timeout(1).reschedule(2)):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)

    print("-- nested")
    try:
        async with asyncio.timeout(5) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await forever()
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            raise LookupError("after")
    except LookupError as error:
        print(error)
    try:
        async with asyncio.timeout(0.01) as outer:
            async with asyncio.timeout(5) as inner:
                await forever()
    except TimeoutError:
        print("outer", inner.expired(), outer.expired())

    print("-- in the past")
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("entered")
            await asyncio.sleep(0)
            print("never here")
    except TimeoutError:
        print("at once")
    async with asyncio.timeout(-1):
        print("no await, no timeout")

    print("-- an exception of its own")
    try:
        async with asyncio.timeout(0.01):
            try:
                await forever()
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as error:
        print(repr(error), repr(error.__context__), asyncio.current_task().cancelling())

    print("-- cancelled meanwhile")

    async def limited():
        async with asyncio.timeout(5):
            await forever()

    task = asyncio.create_task(limited())
    await asyncio.sleep(0)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)

    print("-- wait_for")
    print(await asyncio.wait_for(asyncio.sleep(0, "done"), 5), await asyncio.wait_for(asyncio.sleep(0, "done"), None))
    future = loop.create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print(future.cancelled())
    future = loop.create_future()
    try:
        await asyncio.wait_for(future, 0)
    except TimeoutError as error:
        print(future.cancelled(), repr(error.__cause__))
    done = loop.create_future()
    done.set_result(3)
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(asyncio.shield(done), 1))

    async def stubborn():
        try:
            await forever()
        except asyncio.CancelledError:
            return "kept"

    print(await asyncio.wait_for(stubborn(), 0.01))

    async def breaks():
        raise KeyError("k")

    try:
        await asyncio.wait_for(breaks(), 1)
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)
