# Transports and protocols: callbacks in order, buffers, closing and aborting, raw sockets on the loop.
import asyncio
import socket


said = []  # by the server, whose turns come when they come


class Upper(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        said.append(("server: made", transport.get_extra_info("peername") is not None))

    def data_received(self, data):
        said.append(("server: got", data))
        self.transport.write(data.upper())

    def eof_received(self):
        said.append(("server: eof",))

    def connection_lost(self, exc):
        said.append(("server: lost", exc))


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.received = b""

    def connection_made(self, transport):
        print("client: made")
        transport.write(b"hello")

    def data_received(self, data):
        self.received += data

    def connection_lost(self, exc):
        print("client: lost", exc)
        self.done.set_result(self.received)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Upper, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *address)
    print(transport.is_reading(), transport.is_closing(), transport.get_write_buffer_size(), transport.get_protocol() is protocol)
    while len(protocol.received) < 5:
        await asyncio.sleep(0)
    transport.close()
    print(transport.is_closing(), await done)
    server.close()
    await server.wait_closed()
    for line in said:
        print(*line)

    print("-- raw sockets")
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    listener.setblocking(False)

    async def serve():
        connection, _ = await loop.sock_accept(listener)
        with connection:
            while data := await loop.sock_recv(connection, 100):
                await loop.sock_sendall(connection, data[::-1])

    serving = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    await loop.sock_sendall(client, b"abc")
    print(await loop.sock_recv(client, 100))
    buffer = bytearray(10)
    await loop.sock_sendall(client, b"defg")
    print(await loop.sock_recv_into(client, buffer), bytes(buffer[:4]))
    client.close()
    await serving
    listener.close()

    print("-- readers and writers")
    a, b = socket.socketpair()
    for each in (a, b):
        each.setblocking(False)
    got = loop.create_future()

    def readable():
        data = a.recv(10)
        print("readable", data)
        if data == b"end":
            loop.remove_reader(a)
            got.set_result(None)

    loop.add_reader(a, readable)
    b.send(b"1")
    await asyncio.sleep(0.01)
    b.send(b"end")
    await got
    print(loop.remove_reader(a), loop.remove_writer(b))
    writable = asyncio.Event()
    loop.add_writer(b, writable.set)
    await writable.wait()
    print(loop.remove_writer(b))
    a.close()
    b.close()


asyncio.run(main())
