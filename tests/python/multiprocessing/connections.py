# Connections: messages of every size, the end of file, time limits, and what may not be done.
# needs: processes
import multiprocessing
from multiprocessing import BufferTooShort, Pipe


def refuses(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, "->", type(e).__name__, *e.args[:1] if not isinstance(e, OSError) or len(e.args) < 2 else e.args[1:])


def answers(connection):
    with connection:
        while True:
            try:
                message = connection.recv()
            except EOFError:
                break
            connection.send((len(message), message[:3], message[-3:]))


def leaves(connection):
    connection.send("last words")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    a, b = Pipe()
    print(a.readable, a.writable, a.closed, a.poll(), a.poll(0.01))
    a.send_bytes(b"0123456789", 2, 5)
    print(b.poll(), b.poll(None), b.recv_bytes())
    a.send_bytes(bytearray(b"xyz"))
    buffer = bytearray(6)
    print(b.recv_bytes_into(buffer, 2), buffer)
    a.send_bytes(b"much too long")
    try:
        b.recv_bytes_into(bytearray(4))
    except BufferTooShort as e:
        print(type(e).__name__, e.args)
    a.send_bytes(b"")
    print(b.poll(), b.recv_bytes())
    refuses("offset", lambda: a.send_bytes(b"12", -1))
    refuses("offset", lambda: a.send_bytes(b"12", 3))
    refuses("size", lambda: a.send_bytes(b"12", 1, 2))
    refuses("size", lambda: a.send_bytes(b"12", 0, -1))
    refuses("a text", lambda: a.send_bytes("text"))
    refuses("maxlength", lambda: b.recv_bytes(-1))
    refuses("what cannot be pickled", lambda: a.send(lambda: 0))
    reader, writer = Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    refuses("send into a reader", lambda: reader.send(1))
    refuses("receive from a writer", lambda: writer.recv())
    writer.send([1, {"two": 3}])
    print(reader.recv())
    writer.close()
    writer.close()
    refuses("after the writer closed", reader.recv)
    refuses("closed", lambda: writer.send(1))
    print(writer.closed, reader.poll())
    reader2, writer2 = Pipe(duplex=False)
    reader2.close()
    refuses("nobody reads", lambda: writer2.send(1))

    p = context.Process(target=answers, args=(b,))
    p.start()
    b.close()
    for size in (0, 1, 100, 4095, 4096, 4097, 65536, 1 << 20, 5_000_001):
        a.send(b"ab" + bytes(size) + b"yz")
        print(size, a.recv())
    a.close()
    p.join()
    print(p.exitcode)
    a, b = Pipe()
    p = context.Process(target=leaves, args=(b,))
    p.start()
    b.close()
    p.join()
    print(a.poll(), a.recv())
    refuses("after the other process ended", a.recv)
