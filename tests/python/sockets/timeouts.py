# A socket waits for ever, for some time, or not at all.
import socket
import threading

a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking(), a.timeout)
a.settimeout(0.02)
try:
    a.recv(1)
except TimeoutError as e:
    print("TimeoutError", e, e.errno)
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as e:
    print(e)
b.send(b"there")
print(a.recv(10))
sent = 0
try:
    while True:
        sent += a.send(b"x" * 10000)
except BlockingIOError as e:
    print(e.errno, sent > 0)
received = 0
b.settimeout(0)
try:
    while True:
        received += len(b.recv(65536))
except BlockingIOError:
    print(received == sent)
a.setblocking(True)
b.settimeout(None)
thread = threading.Thread(target=lambda: b.sendall(b"late"))
thread.start()
print(a.recv(10))
thread.join()
a.close()
b.close()

server = socket.create_server(("127.0.0.1", 0))
server.settimeout(0.01)
try:
    server.accept()
except TimeoutError as e:
    print(repr(e))
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as e:
    print(repr(e))
client = socket.create_connection(server.getsockname(), timeout=5)
print(client.gettimeout())
connection, _ = server.accept()
print(connection.gettimeout())
for s in (client, connection, server):
    s.close()
