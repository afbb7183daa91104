# Daemons end with their parent, children that are none are waited for; what a queue still holds is written first.
# needs: processes
import multiprocessing
import time

context = multiprocessing.get_context("spawn")


def forever(ready):
    ready.send("started")
    try:
        while True:
            time.sleep(0.01)
    finally:
        print("never printed", flush=True)


def parent(connection):
    here, there = context.Pipe()
    daemon = context.Process(target=forever, args=(there,), daemon=True)
    daemon.start()
    connection.send((here.recv(), daemon.daemon, daemon.pid))
    late = context.Process(target=writes, args=(connection,))
    late.start()


def writes(connection):
    time.sleep(0.05)
    connection.send("the child of the child was waited for")


def puts_much(q):
    for n in range(50):
        q.put(bytes(10_000))


if __name__ == "__main__":
    here, there = context.Pipe()
    p = context.Process(target=parent, args=(there,))
    p.start()
    there.close()
    print(here.recv()[:2])
    p.join()
    print(here.recv(), p.exitcode)
    try:
        here.recv()
    except EOFError:
        print("nobody is left who could send")
    q = context.Queue()
    p = context.Process(target=puts_much, args=(q,))
    p.start()
    print(sum(len(q.get()) for _ in range(50)))
    p.join()
    print(p.exitcode)
