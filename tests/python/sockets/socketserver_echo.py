# socketserver: a threading server whose handlers read lines and answer them.
import socket
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"!\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    seen = 0

    def verify_request(self, request, client_address):
        Server.seen += 1
        return Server.seen != 3


with Server(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    for words in ([b"one"], [b"two", b"three"], [b"refused"], [b"four"]):
        with socket.create_connection(server.server_address) as client:
            try:
                client.sendall(b"".join(word + b"\n" for word in words))
                client.shutdown(socket.SHUT_WR)
                print(client.makefile("rb").readlines())
            except OSError:
                print([])
    server.shutdown()
    thread.join()
print(Server.seen, server.fileno())


class OneAnswer(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b"got " + self.request.recv(100))


with socketserver.TCPServer(("localhost", 0), OneAnswer) as server:
    client = socket.create_connection(server.server_address)
    client.sendall(b"this")
    server.handle_request()
    print(client.recv(100), client.recv(100))
    client.close()
    server.timeout = 0.01
    server.handle_timeout = lambda: print("nobody came")
    server.handle_request()
