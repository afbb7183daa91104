# What cannot be sent to another process says so where it is sent.
# needs: processes
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor

context = multiprocessing.get_context("spawn")


def nothing(*args):
    pass


class Refuses:
    def __reduce__(self):
        raise TypeError("cannot pickle this one")


def tells(what, call):
    try:
        call()
        print(what, "went")
    except Exception as e:
        text = str(e).replace("__mp_main__", "__main__").split(" at 0x")[0]
        print(what, "->", type(e).__name__, text)


def main():
    def local():
        pass

    class Local:
        pass

    things = {
        "a generator": (n for n in range(3)), "a lock": threading.Lock(),
        "a thread local": threading.local(), "an open file": open(__file__), "a module": threading,
        "one that refuses": Refuses(), "in a list": [1, [2, Refuses()]],
        "a frame's iterator": iter(lambda: 1, 2) if False else Refuses(),
    }
    a, b = context.Pipe()
    for name, thing in things.items():
        tells("send " + name, lambda: a.send(thing))
        tells("start with " + name, lambda: context.Process(target=nothing, args=(thing,)).start())
    for name, thing in (("a local function", local), ("a lambda", lambda: 0), ("an object of a local class", Local())):
        tells("send " + name, lambda: a.send(thing))
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        tells("submit", lambda: pool.submit(nothing, Refuses()).result())
        tells("after it", lambda: pool.submit(nothing, 1).result())
    a.send("the pipe is whole")
    print(b.recv())
    q = context.Queue()
    tells("a queue by a pipe", lambda: a.send(q))
    tells("a semaphore by a pipe", lambda: a.send(context.Semaphore(1)))
    tells("a pool", lambda: a.send(context.Pool(1)))
    tells("a process's key", lambda: a.send(multiprocessing.current_process().authkey))


if __name__ == "__main__":
    main()
