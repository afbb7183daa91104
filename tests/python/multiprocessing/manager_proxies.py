# A manager's objects, used through proxies.
# needs: processes
import copy
import multiprocessing as mp


def show(f):
    try:
        print(repr(f()).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


def fill(d, l, n, v, index):
    d[index] = str(index)
    l.append(index)
    n.last = "set"
    v.value += 10


if __name__ == "__main__":
    with mp.Manager() as manager:
        d, l, n, v = manager.dict(a=1), manager.list(range(3)), manager.Namespace(x=1), manager.Value("i", 3)
        for index in range(3):
            p = mp.Process(target=fill, args=(d, l, n, v, index))
            p.start()
            p.join()
        print(d, l, n, v)
        print("# repr and str")
        for proxy in (d, l, n, v, manager.Lock(), manager.Event(), manager.Queue(), manager.Semaphore(2),
                      manager.Condition(), manager.Barrier(2), manager.RLock(), manager.BoundedSemaphore(3)):
            print(repr(proxy).split(" at ")[0])
        print("# dict")
        show(lambda: d["q"])
        show(lambda: (sorted(map(str, d.keys())), len(d), "a" in d, d.get("z", 0), d.pop("a"), d.setdefault("s", [])))
        show(lambda: sorted(map(str, d)))
        show(lambda: (d.copy() == dict(d.items()), d.popitem()))
        show(lambda: d.update(b=2) or d["b"])
        show(lambda: d | {"b": 2})
        del d["b"]
        d.clear()
        print(d)
        print("# list")
        show(lambda: l[10])
        show(lambda: l.pop(20))
        show(lambda: (l[1:], l + [1], l * 2, 1 in l, len(l), l.index(2), l.count(0)))
        l.sort(reverse=True)
        l.reverse()
        l += [7, 8]
        l.extend([9])
        l.insert(0, "first")
        l.remove(8)
        print(l, list(reversed(l)), [x for x in l])
        show(lambda: l.append(lambda: 1))
        show(lambda: (l._getvalue(), copy.deepcopy(l), type(copy.copy(l)).__name__))
        print("# namespace")
        n.foo = 5
        print(n, n.foo)
        del n.foo
        show(lambda: n.foo)
        print("# queue")
        q = manager.Queue(2)
        q.put(1)
        q.put("two")
        print(q.qsize(), q.full(), q.get(), q.get(timeout=1), q.empty())
        show(q.get_nowait)
        print("# locks")
        lock = manager.Lock()
        print(lock.acquire(), lock.acquire(False), lock.release())
        show(lock.release)
        with manager.RLock() as held:
            print(held)
        event = manager.Event()
        print(event.is_set(), event.wait(0.01), event.set(), event.is_set(), event.wait())
        show(lambda: manager.nope)
        show(lambda: manager.start())
    show(lambda: manager.dict())
    show(lambda: manager.start())
