# What a coroutine may not yield to its task, and what becomes of it.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def awaits(what):
    return await what


async def main():
    loop = asyncio.get_running_loop()
    for value in (5, "text", [], object):
        try:
            await asyncio.create_task(awaits(Yields(value)))
        except RuntimeError as error:
            print(error)
    future = loop.create_future()
    try:
        await asyncio.create_task(awaits(Yields(future)))
    except RuntimeError as error:
        print(str(error).split("<")[0])
    other = asyncio.new_event_loop()
    try:
        await asyncio.create_task(awaits(other.create_future()))
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).endswith("attached to a different loop"))
    other.close()
    print(await asyncio.create_task(awaits(Yields(None))))

    async def on_itself():
        await task

    task = asyncio.create_task(on_itself())
    try:
        await task
    except RuntimeError as error:
        print(str(error).split(":")[0])
    for bad in (5, None, "x"):
        try:
            await bad
        except TypeError as error:
            print(error)
    # A coroutine that catches the complaint goes on.
    async def stubborn():
        try:
            await Yields("bad")
        except RuntimeError:
            await asyncio.sleep(0)
            return "went on"

    print(await asyncio.create_task(stubborn()))


asyncio.run(main())
