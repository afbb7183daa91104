# Children that are killed while they compute, sleep, wait or hold threads: what comes after them is not touched.
# needs: processes
import multiprocessing
import threading
import time

context = multiprocessing.get_context("spawn")


def computes(c):
    c.send("up")
    n = 0
    while True:
        n += 1


def sleeps(c):
    c.send("up")
    time.sleep(1000)


def waits(c):
    c.send("up")
    c.recv()


def has_threads(c):
    for _ in range(3):
        threading.Thread(target=threading.Event().wait).start()
    c.send("up")
    while True:
        pass


def answers(c):
    c.send(sum(range(1000)))
    c.send(threading.active_count())


if __name__ == "__main__":
    for round in range(3):
        for target in (computes, sleeps, waits, has_threads):
            here, there = context.Pipe()
            p = context.Process(target=target, args=(there,))
            p.start()
            there.close()
            here.recv()
            p.kill()
            p.join()
            try:
                here.recv()
            except (EOFError, ConnectionResetError):
                end = "end"
            here2, there2 = context.Pipe()
            q = context.Process(target=answers, args=(there2,))
            q.start()
            print(target.__name__, p.exitcode, end, here2.recv(), here2.recv(), q.join(), q.exitcode)
