# Sentinels: connection.wait() tells which processes have ended and which connections can be read.
# needs: processes
import multiprocessing
from multiprocessing.connection import wait

context = multiprocessing.get_context("spawn")


def until_told(connection):
    connection.recv()


if __name__ == "__main__":
    pairs = [context.Pipe() for _ in range(3)]
    ps = [context.Process(target=until_told, args=(there,)) for _, there in pairs]
    for p in ps:
        p.start()
    sentinels = [p.sentinel for p in ps]
    print(wait(sentinels, 0), wait(sentinels, timeout=0.01))
    pairs[1][0].send("go")
    ready = wait(sentinels)
    print([sentinels.index(s) for s in ready])
    ps[1].join()
    print([sentinels.index(s) for s in wait(sentinels, 0)])
    a, b = context.Pipe()
    a.send(1)
    ready = wait([b, *sentinels], 0)
    print(b in ready, len(ready))
    for i in (0, 2):
        pairs[i][0].send("go")
        ps[i].join()
    print(sorted(sentinels.index(s) for s in wait(sentinels)))
    print([p.exitcode for p in ps])
