# A server in a thread echoes what clients send, one connection after another.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
print(server.getsockname()[0], port > 0)


def serve(connections):
    for _ in range(connections):
        connection, address = server.accept()
        with connection:
            print("accepted", address[0], address[1] > 0)
            while data := connection.recv(1024):
                connection.sendall(data.upper())


thread = threading.Thread(target=serve, args=(3,))
thread.start()
for words in (b"hello", b"a longer text " * 100, b""):
    with socket.create_connection(("localhost", port)) as client:
        assert client.getpeername() == ("127.0.0.1", port)
        client.sendall(words)
        client.shutdown(socket.SHUT_WR)
        parts = []
        while part := client.recv(100):
            parts.append(part)
        answer = b"".join(parts)
        print(len(answer), answer == words.upper())
thread.join()
server.close()
print(server.fileno())
