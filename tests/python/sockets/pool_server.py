# A server that hands connections to a pool of threads through a queue.
import queue
import socket
import threading

jobs = queue.Queue()
server = socket.create_server(("127.0.0.1", 0), backlog=32)


def worker():
    while (connection := jobs.get()) is not None:
        with connection:
            number = int(connection.recv(100))
            connection.sendall(str(number * number).encode())


def acceptor():
    while True:
        connection, _ = server.accept()
        if connection.recv(1) == b"!":
            connection.close()
            break
        jobs.put(connection)
    for _ in workers:
        jobs.put(None)


workers = [threading.Thread(target=worker) for _ in range(4)]
accepting = threading.Thread(target=acceptor)
for thread in [accepting, *workers]:
    thread.start()


def ask(number):
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b"=%d" % number)
        answers[number] = int(client.recv(100))


answers = {}
clients = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
for thread in clients:
    thread.start()
for thread in clients:
    thread.join()
with socket.create_connection(server.getsockname()) as last:
    last.sendall(b"!")
    print(last.recv(1))
for thread in [accepting, *workers]:
    thread.join()
server.close()
print([answers[number] for number in range(20)])
