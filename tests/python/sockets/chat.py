# A chat: what one says everyone else hears, by one thread for each.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
members, lock = [], threading.Lock()


def tell(who, line):
    with lock:
        for member, connection in members:
            if member != who:
                connection.sendall(line)


def talk(connection):
    with connection, connection.makefile("rb") as lines:
        name = lines.readline().strip().decode()
        with lock:
            members.append((name, connection))
        connection.sendall(b"welcome\n")
        for line in lines:
            tell(name, name.encode() + b": " + line)
        with lock:
            members.remove((name, connection))


def serve():
    talkers = []
    for _ in range(3):
        talkers.append(threading.Thread(target=talk, args=(server.accept()[0],)))
        talkers[-1].start()
    for thread in talkers:
        thread.join()


serving = threading.Thread(target=serve)
serving.start()
people = {}
for name in ("Ada", "Bob", "Cy"):
    client = socket.create_connection(server.getsockname())
    lines = client.makefile("r", encoding="utf-8")
    client.sendall(name.encode() + b"\n")
    print(name, "hears", lines.readline().strip())
    people[name] = client, lines
for name, words in (("Ada", "hello"), ("Cy", "hi Ada"), ("Bob", "grüß euch")):
    people[name][0].sendall(words.encode() + b"\n")
    for other, (_, lines) in people.items():
        if other != name:
            print(other, "hears", lines.readline().strip())
for client, lines in people.values():
    client.shutdown(socket.SHUT_RDWR)
    lines.close()
    client.close()
serving.join()
server.close()
print(members)
