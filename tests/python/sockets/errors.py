# What goes wrong with sockets is said as CPython says it.
import socket


def attempt(what, *args):
    try:
        print("no error:", what(*args))
    except Exception as e:
        print(type(e).__name__, e)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


port = free_port()
attempt(socket.create_connection, ("127.0.0.1", port))
s = socket.socket()
print(s.connect_ex(("127.0.0.1", port)))
attempt(s.recv, 10)
attempt(s.send, b"x")
attempt(s.getpeername)
attempt(s.accept)
attempt(s.bind, ("127.0.0.1", 70000))
attempt(s.bind, "127.0.0.1")
attempt(s.connect, ("127.0.0.1", -1))
attempt(s.settimeout, -1)
attempt(s.shutdown, socket.SHUT_WR)
s.close()
attempt(s.recv, 10)
attempt(s.bind, ("127.0.0.1", 0))
print(s.fileno())

one = socket.create_server(("127.0.0.1", 0))
taken = one.getsockname()
other = socket.socket()
attempt(other.bind, taken)
other.close()
one.close()
attempt(socket.create_connection, taken)
attempt(socket.inet_aton, "1.2.3")
attempt(socket.inet_aton, "1.2.3.256")
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x7f\0\0\1"))
a, b = socket.socketpair()
attempt(a.recv, -1)
attempt(a.send, "text")
attempt(a.recv_into, bytearray(2), 5)
a.close()
b.close()
