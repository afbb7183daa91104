# Messages with a length in front: the reader puts pieces together however they arrive.
import socket
import threading


def send_message(sock, data):
    sock.sendall(len(data).to_bytes(4, "big") + data)


def receive_exactly(sock, count):
    parts = []
    while count:
        part = sock.recv(min(count, 37))
        if not part:
            raise EOFError(f"{count} bytes are missing")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def receive_message(sock):
    return receive_exactly(sock, int.from_bytes(receive_exactly(sock, 4), "big"))


def serve(server):
    connection, _ = server.accept()
    with connection:
        try:
            while True:
                words = receive_message(connection).decode().split()
                answer = sum(map(int, words)) if words else "nothing"
                send_message(connection, str(answer).encode())
        except EOFError as e:
            print("the server:", e)


with socket.create_server(("127.0.0.1", 0)) as server:
    thread = threading.Thread(target=serve, args=(server,))
    thread.start()
    with socket.create_connection(server.getsockname()) as client:
        for numbers in ("1 2 3", "", " ".join(map(str, range(500)))):
            send_message(client, numbers.encode())
            print(receive_message(client))
        client.sendall(b"\0\0")
    thread.join()
