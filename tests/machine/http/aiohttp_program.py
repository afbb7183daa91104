import asyncio

import aiohttp


async def delay(session, milliseconds):
    async with session.get(f"/delay/{milliseconds}") as response:
        return (await response.json())["delay"]


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*[delay(session, n) for n in range(20, 40)]))
        async with session.get("/bytes/100000") as response:
            print(response.status, response.reason, response.content_type, len(await response.read()))
        async with session.get("/bytes/10") as response:
            print([len(piece) async for piece in response.content.iter_chunked(4)])
        try:
            async with session.get("/delay/5000", timeout=aiohttp.ClientTimeout(total=0.05)):
                pass
        except asyncio.TimeoutError as error:
            print(repr(error))
        try:
            async with session.get("/delay/nothing", raise_for_status=True):
                pass
        except aiohttp.ClientResponseError as error:
            print(error.status)
        try:
            async with session.get("/bytes/3") as response:
                await response.json()
        except aiohttp.ContentTypeError as error:
            print(error.message)
        task = asyncio.create_task(delay(session, 5000))
        await asyncio.sleep(0.01)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")
    connector = aiohttp.TCPConnector(limit=3)
    async with aiohttp.ClientSession(connector=connector) as session:
        most = 0

        async def watched():
            nonlocal most
            async with session.get("/delay/10"):
                most = max(most, connector._busy[None])

        await asyncio.gather(*[watched() for _ in range(12)])
        print(most, connector._busy)


asyncio.run(main())
