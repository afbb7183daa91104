# Cancelling: when it arrives, who sees it, messages, swallowing, shields, cancelling what waits for another task.
import asyncio


async def worker(log, name, inner):
    try:
        log.append(f"{name} begins")
        return await inner
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")
        raise
    finally:
        log.append(f"{name} ends")


async def main():
    log = []
    inner = asyncio.create_task(worker(log, "inner", asyncio.sleep(10)))
    outer = asyncio.create_task(worker(log, "outer", inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel("stop")
    result = await asyncio.gather(outer, inner, return_exceptions=True)
    print(log, [repr(each) for each in result])
    print(outer.cancelled(), inner.cancelled())

    log = []
    never = asyncio.create_task(worker(log, "never", asyncio.sleep(0)))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("cancelled before it began", log)

    async def twice():
        for _ in range(2):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("caught", error.args, asyncio.current_task().cancelling())
        return "done"

    task = asyncio.create_task(twice())
    for message in ("one", "two"):
        await asyncio.sleep(0)
        task.cancel(message)
    print(await task, task.cancelling())

    print("-- shield")

    async def slow():
        await asyncio.sleep(0.01)
        return "survived"

    inner = asyncio.create_task(slow())
    waiting = asyncio.create_task(worker([], "shielded", asyncio.shield(inner)))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print(waiting.cancelled(), inner.cancelled(), await inner)

    print("-- in finally")

    async def cleans():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0)
            print("cleaned")

    task = asyncio.create_task(cleans())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("then cancelled")

    print("-- another exception instead")

    async def changes():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("instead") from None

    task = asyncio.create_task(changes())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print(repr(error), task.cancelled())


asyncio.run(main())
