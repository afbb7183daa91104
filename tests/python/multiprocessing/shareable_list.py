# ShareableList: a list of fixed length in shared memory.
# needs: processes
from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def change(items):
    items[0] = "ab"
    items[1] = None
    items[3] += 1
    items.shm.close()


if __name__ == "__main__":
    a = ShareableList(["howdy", b"HoWdY", -273.154, 100, None, True, 42])
    print([type(entry).__name__ for entry in a])
    print(list(a), len(a))
    a[2] = -78.5
    a[2] = "dry ice"
    show(lambda: a[2])
    show(lambda: a.__setitem__(2, "larger than previously allocated storage space"))
    show(lambda: a[2])
    print(len(a), a.index(42), a.count(b"howdy"), a.count(b"HoWdY"), a[-1])
    show(lambda: a.index("nothing"))
    show(lambda: a[7])
    show(lambda: a.__setitem__(9, 1))
    p = Process(target=change, args=(a,))
    p.start()
    p.join()
    print(list(a))
    b = ShareableList(range(5))
    c = ShareableList(name=b.shm.name)
    c[-1] = -999
    print(b[-1], list(c), c.format)
    for items in (c, b, a):
        items.shm.close()
    for items in (b, a):
        items.shm.unlink()
