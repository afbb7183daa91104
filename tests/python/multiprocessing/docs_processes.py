# The examples of the documentation page: processes, pools, queues, pipes, locks and shared state.
# needs: processes
import multiprocessing as mp
from multiprocessing import Array, Lock, Manager, Pipe, Pool, Process, Queue, Value


def f(x):
    return x * x


def hello(name):
    print("hello", name, flush=True)


def put(q):
    q.put([42, None, "hello"])


def send(conn):
    conn.send([42, None, "hello"])
    conn.close()


def say(lock, i):
    lock.acquire()
    try:
        print("hello world", i, flush=True)
    finally:
        lock.release()


def change(n, a):
    n.value = 3.1415927
    for i in range(len(a)):
        a[i] = -a[i]


def fill(d, l):
    d[1] = "1"
    d["2"] = 2
    d[0.25] = None
    l.reverse()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with Pool(5) as p:
        print(p.map(f, [1, 2, 3]), flush=True)
    p = Process(target=hello, args=("bob",))
    p.start()
    p.join()
    q = Queue()
    p = Process(target=put, args=(q,))
    p.start()
    print(q.get(), flush=True)
    p.join()
    parent_conn, child_conn = Pipe()
    p = Process(target=send, args=(child_conn,))
    p.start()
    print(parent_conn.recv(), flush=True)
    p.join()
    lock = Lock()
    for num in range(4):
        p = Process(target=say, args=(lock, num))
        p.start()
        p.join()
    num, arr = Value("d", 0.0), Array("i", range(10))
    p = Process(target=change, args=(num, arr))
    p.start()
    p.join()
    print(num.value, arr[:])
    with Manager() as manager:
        d, l = manager.dict(), manager.list(range(10))
        p = Process(target=fill, args=(d, l))
        p.start()
        p.join()
        print(d)
        print(l)
