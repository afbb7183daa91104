# A thread for each of many clients; every byte arrives, every sum is right.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0), backlog=50)


def answer(connection):
    with connection, connection.makefile("rb") as lines:
        total = sum(int(line) for line in lines)
        connection.sendall(str(total).encode())


def serve(count):
    threads = []
    for _ in range(count):
        connection, _ = server.accept()
        threads.append(threading.Thread(target=answer, args=(connection,)))
        threads[-1].start()
    for thread in threads:
        thread.join()


def ask(number, results):
    with socket.create_connection(server.getsockname()) as client:
        for value in range(number * 100):
            client.sendall(b"%d\n" % value)
        client.shutdown(socket.SHUT_WR)
        results[number] = int(client.recv(100))


results = {}
serving = threading.Thread(target=serve, args=(12,))
serving.start()
clients = [threading.Thread(target=ask, args=(n, results)) for n in range(12)]
for thread in clients:
    thread.start()
for thread in clients + [serving]:
    thread.join()
server.close()
for number in sorted(results):
    print(number, results[number], results[number] == sum(range(number * 100)))
