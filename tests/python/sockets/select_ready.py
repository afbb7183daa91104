# select says which of several sockets are ready, and waits until one is.
import select
import socket
import threading

pairs = [socket.socketpair() for _ in range(4)]
ends = [one for one, _ in pairs]
print(select.select(ends, [], [], 0))
pairs[2][1].send(b"x")
ready, _, _ = select.select(ends, [], [], 1)
print([ends.index(s) for s in ready])
readable, writable, _ = select.select(ends, ends, [], 0)
print([ends.index(s) for s in readable], [ends.index(s) for s in writable])
print(ends[2].recv(10), select.select([ends[2]], [], [], 0.01))
thread = threading.Thread(target=pairs[0][1].sendall, args=(b"later",))
thread.start()
ready, _, _ = select.select(ends, [], [])
print(ready == [ends[0]], ready[0].recv(10))
thread.join()
pairs[3][1].close()
ready, _, _ = select.select(ends, [], [], 1)
print(ready == [ends[3]], ends[3].recv(1))
server = socket.create_server(("127.0.0.1", 0))
print(select.select([server], [], [], 0)[0])
client = socket.create_connection(server.getsockname())
print(select.select([server], [client], [], 1) == ([server], [client], []))
for s in [client, server, *(s for pair in pairs for s in pair)]:
    s.close()
for wrong in (lambda: select.select([-1], [], [], 0), lambda: select.select([object()], [], [], 0),
              lambda: select.select([], [], [], -1)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
