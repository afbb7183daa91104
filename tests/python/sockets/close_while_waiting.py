# What other threads do to a connection ends the wait of who reads or writes.
import socket
import threading


def in_thread(what):
    result = []

    def body():
        try:
            result.append(what())
        except OSError as e:
            result.append(type(e).__name__)

    thread = threading.Thread(target=body)
    thread.start()
    return thread, result


a, b = socket.socketpair()
thread, result = in_thread(lambda: a.recv(10))
b.close()
thread.join()
print("the other side closes:", result)
a.close()

a, b = socket.socketpair()
thread, result = in_thread(lambda: a.recv(10))
a.shutdown(socket.SHUT_RDWR)
thread.join()
print("shut down from another thread:", result, b.recv(10))
a.close()
b.close()

a, b = socket.socketpair()
thread, result = in_thread(lambda: a.sendall(b"x" * 10_000_000))
print(len(b.recv(1)))
b.close()
thread.join()
print("nobody reads any more:", result[0] in ("BrokenPipeError", "ConnectionResetError"))
a.close()
