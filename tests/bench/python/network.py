"""What waiting for a network costs: a line a figure, tab-separated. Runs on gilbox; streams on CPython, too.

python network.py requests|streams. Addresses of requests are the page's: CPython has none, and leaves them out.
"""
import asyncio
import sys
import threading
import time

clock = time.perf_counter


def tell(figure, value, unit):
    print(figure, value, unit, sep="\t", flush=True)


def requests_figures(count=200):
    import aiohttp
    import requests

    def ask():
        assert requests.get("/delay/100").json() == {"delay": 100}

    began = clock()
    for _ in range(count // 10):
        ask()
    tell(f"{count} requests of 100 ms, one after another", (clock() - began) * 10, "s")

    def asks():
        for _ in range(count // 50):
            ask()

    threads = [threading.Thread(target=asks) for _ in range(50)]
    began = clock()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tell(f"{count} requests of 100 ms, 50 threads", clock() - began, "s")

    async def main():
        async with aiohttp.ClientSession() as session:

            async def one():
                async with session.get("/delay/100") as response:
                    assert await response.json() == {"delay": 100}

            began = clock()
            await asyncio.gather(*[one() for _ in range(count)])
            tell(f"{count} requests of 100 ms, asyncio", clock() - began, "s")

    asyncio.run(main())


async def stall_figures():
    """What requests do to the other tasks of their loop: how late one that sleeps for 10 ms comes back."""
    import aiohttp
    import requests

    async def blocking():
        requests.get("/delay/100")

    async def in_thread():
        await asyncio.to_thread(requests.get, "/delay/100")

    async def native():
        async with aiohttp.ClientSession() as session:
            async with session.get("/delay/100") as response:
                await response.read()

    late = []

    async def ticker():
        while True:
            began = clock()
            await asyncio.sleep(0.01)
            late.append(clock() - began - 0.01)

    for name, way in (("requests", blocking), ("to_thread", in_thread), ("aiohttp", native)):
        late.clear()
        ticks = asyncio.create_task(ticker())
        await asyncio.sleep(0.03)
        began = clock()
        await asyncio.gather(*[way() for _ in range(5)])
        tell(f"5 requests of 100 ms in coroutines, {name}", (clock() - began) * 1e3, "ms")
        await asyncio.sleep(0.03)
        ticks.cancel()
        tell(f"    another task is late by, {name}", max(late) * 1e3, "ms")


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line)
    writer.close()


async def client(port, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for n in range(count):
        writer.write(b"%d\n" % n)
        assert await reader.readline() == b"%d\n" % n
    writer.close()
    await writer.wait_closed()
    return count


async def stream_figures():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    began = clock()
    answered = 0
    for _ in range(200):
        answered += sum(await asyncio.gather(*[client(port, 1) for _ in range(50)]))
    assert answered == 10_000
    tell("a connection and its echo, 10,000 of them", (clock() - began) / answered * 1e6, "µs")
    began = clock()
    answered = sum(await asyncio.gather(*[client(port, 100) for _ in range(20)]))
    tell("an echo, 20 connections", (clock() - began) / answered * 1e6, "µs")
    server.close()


def main():
    for name in sys.argv[1:] or ["requests", "streams"]:
        if name == "requests" and sys.implementation.name == "gilbox":
            requests_figures()
            asyncio.run(stall_figures())
        elif name == "streams":
            asyncio.run(stream_figures())


main()
