# Two connected sockets: bytes in order, halves that are shut down, ends.
import socket

a, b = socket.socketpair()
with a, b:
    print(a.send(b"one "), a.send(b"two"))
    print(b.recv(3), b.recv(100))
    buffer = bytearray(8)
    a.sendall(b"into")
    print(b.recv_into(buffer), buffer)
    a.sendall(b"abcdef")
    print(b.recv_into(buffer, 3), buffer, b.recv(10))
    a.shutdown(socket.SHUT_WR)
    print(b.recv(10), b.recv(10))
    b.sendall(b"still this way")
    print(a.recv(100))
    try:
        a.send(b"no more")
    except OSError as e:
        print(type(e).__name__, e.errno)
a, b = socket.socketpair()
b.close()
try:
    a.sendall(b"x")
    a.sendall(b"x")
except OSError as e:
    print(type(e).__name__, e)
print(a.recv(10))
a.close()
print(socket.AF_INET, repr(socket.AF_INET), socket.SOCK_STREAM == 1)
print(socket.timeout is TimeoutError, socket.error is OSError)
