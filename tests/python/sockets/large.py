# More than any buffer holds goes through in order while the other side reads slowly.
import hashlib
import socket
import threading

a, b = socket.socketpair()
data = bytes(range(256)) * 8000
print(len(data))


def receive(out):
    digest, count = hashlib.sha256(), 0
    while part := b.recv(5000):
        digest.update(part)
        count += len(part)
    out.append((count, digest.hexdigest()))


out = []
thread = threading.Thread(target=receive, args=(out,))
thread.start()
a.sendall(memoryview(data))
a.close()
thread.join()
b.close()
print(out[0] == (len(data), hashlib.sha256(data).hexdigest()))
