# One thread serves many connections through a selector.
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
key = selector.register(server, selectors.EVENT_READ, "the server")
print(key.fileobj is server, key.events, key.data)
try:
    selector.register(server, selectors.EVENT_READ)
except KeyError as e:
    print("registered twice:", "already registered" in str(e))


def ask(name, answers):
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(name.encode())
        answers[name] = client.recv(100)


answers = {}
clients = [threading.Thread(target=ask, args=(name, answers)) for name in ("one", "two", "three")]
for thread in clients:
    thread.start()
closed = 0
while closed < 3:
    for key, events in selector.select(timeout=5):
        if key.data == "the server":
            connection, _ = server.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ, "a client")
            continue
        assert events == selectors.EVENT_READ
        data = key.fileobj.recv(100)
        if data:
            key.fileobj.sendall(data[::-1])
        else:
            selector.unregister(key.fileobj)
            key.fileobj.close()
            closed += 1
for thread in clients:
    thread.join()
selector.close()
server.close()
print(sorted(answers.items()))
