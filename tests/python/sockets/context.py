# with closes; what is used after that says so; a socket forgotten is closed by its end.
import gc
import socket

a, b = socket.socketpair()
with a:
    a.sendall(b"inside")
for use in (lambda: a.sendall(b"x"), lambda: a.recv(1), a.getsockname, a.listen):
    try:
        use()
        print("no error")
    except OSError as e:
        print(e)
a.close()
a.close()
print(b.recv(10), b.recv(10))
b.close()

a, b = socket.socketpair()
import warnings
warnings.simplefilter("ignore")
del a
gc.collect()
print(b.recv(1))
b.close()

a, b = socket.socketpair()
fd = a.detach()
print(a.fileno(), fd >= 0)
again = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=fd)
again.sendall(b"by another object")
print(b.recv(100))
again.close()
b.close()
