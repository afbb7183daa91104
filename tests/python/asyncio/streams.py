# Streams: an echo server and its clients, lines, separators, limits, half-closed connections, servers' ends.
import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, n):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for k in range(3):
        writer.write(f"{n}.{k}\n".encode())
        await writer.drain()
        assert await reader.readline() == f"echo {n}.{k}\n".encode()
    writer.close()
    await writer.wait_closed()
    return n


async def talk(handle, speak):
    """One connection: what handle does on the server's side and speak on the client's."""
    done = asyncio.Event()

    async def serve(reader, writer):
        try:
            await handle(reader, writer)
        finally:
            writer.close()
            done.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            return await speak(reader, writer)
        finally:
            writer.close()
            await done.wait()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async with server:
        print(await asyncio.gather(*[client(port, n) for n in range(20)]))
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__)

    print("-- reading")

    async def sends(reader, writer):
        writer.write(b"one\ntwo;three|4444")
        writer.writelines([b"5", b"5"])
        writer.write_eof()

    async def reads(reader, writer):
        print(await reader.readuntil(), await reader.readuntil((b"|", b";")), await reader.readuntil((b"||", b"|")))
        print(await reader.readexactly(4), reader.at_eof(), await reader.read(1), await reader.read())
        print(reader.at_eof(), await reader.read(), await reader.readline())
        try:
            await reader.readexactly(2)
        except asyncio.IncompleteReadError as error:
            print(error, error.partial)
        try:
            await reader.readuntil(b"x")
        except asyncio.IncompleteReadError as error:
            print(error)

    await talk(sends, reads)

    print("-- a half-closed connection")

    async def sums(reader, writer):
        total = sum([int(line) async for line in reader])
        writer.write(str(total).encode())

    async def asks(reader, writer):
        print(writer.can_write_eof(), writer.is_closing())
        writer.write(b"1\n2\n3\n")
        writer.write_eof()
        print(await reader.read())
        try:
            writer.write(b"more")
        except RuntimeError as error:
            print(error)

    await talk(sums, asks)

    print("-- much data, a slow reader")

    async def floods(reader, writer):
        for n in range(100):
            writer.write(bytes([n]) * 20000)
            await writer.drain()

    async def slowly(reader, writer):
        count = total = 0
        while data := await reader.read(30000):
            count += len(data)
            total += sum(data)
            await asyncio.sleep(0)
        print(count, total == sum(range(100)) * 20000)

    await talk(floods, slowly)

    print("-- limits")

    async def long_line(reader, writer):
        writer.write(b"x" * 200000 + b"\nend\n")
        try:
            await writer.drain()
        except ConnectionError:
            pass  # the reader may have gone

    async def too_long(reader, writer):
        try:
            await reader.readline()
        except ValueError as error:
            print(error)

    await talk(long_line, too_long)
    reader = asyncio.StreamReader(limit=5)
    reader.feed_data(b"12345678")
    try:
        await reader.readuntil(b";")
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    reader.feed_eof()
    print(reader, await reader.read())
    try:
        await asyncio.StreamReader().readexactly(-1)
    except ValueError as error:
        print(error)

    print("-- a handler that fails")
    seen = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: seen.append((context["message"], repr(context["exception"]))))

    async def breaks(reader, writer):
        raise ZeroDivisionError("in handler")

    async def waits(reader, writer):
        print(await reader.read())

    await talk(breaks, waits)
    print(seen)


asyncio.run(main())
