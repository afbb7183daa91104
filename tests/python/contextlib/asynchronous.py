"""Asynchronous context managers: from generators, stacks, closing."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    except OSError as e:
        print("mended", e)
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed")


@connection("decorator")
async def decorated():
    return "done"


async def main():
    async with connection("one") as c:
        print(c)
    async with connection("two"):
        raise OSError("lost")
    try:
        async with connection("three"):
            raise ValueError("not mended")
    except ValueError as e:
        print("ValueError", e)
    async with AsyncExitStack() as stack:
        for n in "xy":
            await stack.enter_async_context(connection(n))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "synchronous callback")
    async with aclosing(numbers()) as source:
        async for n in source:
            if n == 2:
                break
    async with nullcontext("null") as value:
        print(value)
    print(await decorated())


asyncio.run(main())
