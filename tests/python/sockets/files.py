# makefile(): lines of text and bytes over a socket.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    with connection, connection.makefile("r", encoding="utf-8") as lines, connection.makefile("w") as out:
        for number, line in enumerate(lines):
            out.write(f"{number}: {line.strip()[::-1]}\n")
            out.flush()


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(server.getsockname()) as client:
    file = client.makefile("rwb")
    for text in ("first", "zweite Ü", "third"):
        file.write(text.encode() + b"\n")
        file.flush()
        print(file.readline())
    client.shutdown(socket.SHUT_WR)
    print(file.read())
    file.close()
    print(file.closed)
thread.join()
server.close()

a, b = socket.socketpair()
reading = b.makefile("rb")
b.close()
a.sendall(b"line one\nline two\nrest")
a.close()
print(reading.read(4), reading.readline(), list(reading))
reading.close()
print(b.fileno())

a, b = socket.socketpair()
with a, b, b.makefile("r", encoding="utf-8") as text:
    for piece in ("größe €\nnext".encode()[:3], "größe €\nnext".encode()[3:9], "größe €\nnext".encode()[9:]):
        a.sendall(piece)
    print(repr(text.readline()), repr(text.read(2)))
    a.shutdown(socket.SHUT_WR)
    print(repr(text.read()), repr(text.readline()), text.mode)
