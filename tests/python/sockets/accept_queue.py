# Connections wait to be accepted, in order; what was sent before is read after.
import socket

with socket.create_server(("127.0.0.1", 0), backlog=8) as server:
    clients = []
    for number in range(5):
        client = socket.create_connection(server.getsockname())
        client.sendall(b"client %d" % number)
        clients.append(client)
    for client in clients:
        connection, address = server.accept()
        with connection:
            print(connection.recv(100), address == client.getsockname(), connection.getsockname() == client.getpeername())
            connection.sendall(b"bye")
    for client in clients:
        print(client.recv(10), client.recv(10))
        client.close()

# Who closes before being accepted is accepted all the same.
with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b"last words")
    connection, _ = server.accept()
    with connection:
        print(connection.recv(100), connection.recv(100))
