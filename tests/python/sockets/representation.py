# Sockets describe themselves; families and kinds are enumerations.
import socket

s = socket.socket()
print(s.family, s.type, s.proto, s.family == 2, s.type == 1)
print(repr(s.family), repr(s.type))
text = repr(s)
print(text.startswith("<socket.socket fd="), "family=2, type=1, proto=0" in text, "laddr=('0.0.0.0', 0)" in text)
s.close()
print("[closed] fd=-1" in repr(s), s.fileno())
for wrong in (lambda: socket.socket(99), lambda: socket.socket(socket.AF_INET, 77)):
    try:
        wrong()
    except OSError as e:
        print(type(e).__name__)
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0)
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[0], s.getsockname()[1] > 1023)
    s.listen()
    copy = s.dup()
    print(copy.getsockname() == s.getsockname(), copy.fileno() != s.fileno())
    copy.close()
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
with socket.socket() as s:
    print(s.gettimeout(), s.getblocking())
socket.setdefaulttimeout(None)
print(socket.gethostbyname("localhost"), socket.gethostbyname("127.0.0.1"), type(socket.gethostname()).__name__)
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.has_ipv6 in (True, False), socket.SOMAXCONN > 0, socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR)
