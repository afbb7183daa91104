# What objects say about themselves when they are pickled: state, slots, arguments of __new__, reducers, identity.
import copyreg
import pickle


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class State:
    def __init__(self):
        self.kept, self.dropped = 1, 2

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.dropped = "made again"


class New:
    def __new__(cls, x, *, y=0):
        self = super().__new__(cls)
        self.x, self.y = x, y
        return self

    def __getnewargs_ex__(self):
        return (self.x,), {"y": self.y}


class Number(int):
    def __new__(cls, n, unit="m"):
        self = super().__new__(cls, n)
        self.unit = unit
        return self


class Single:
    it = None

    def __reduce__(self):
        return "SINGLE"


class Bag(list):
    pass


class Registered:
    def __init__(self, n):
        self.n = n


SINGLE = Single()
copyreg.pickle(Registered, lambda r: (Registered, (r.n * 10,)))


def again(x):
    return pickle.loads(pickle.dumps(x))


if __name__ == "__main__":
    s = again(Slots(3))
    print(s.a, hasattr(s, "b"))
    s = again(State())
    print(s.kept, s.dropped)
    n = again(New(1, y=2))
    print(n.x, n.y)
    n = again(Number(7, "km"))
    print(n, n.unit, type(n).__name__)
    print(again(SINGLE) is SINGLE, again(Registered(4)).n)
    bag = Bag([1, 2])
    bag.label = "x"
    bag.append(bag)
    b = again(bag)
    print(b[:2], b.label, b[2] is b)
    shared = [1]
    first, second = again((shared, {"again": shared}))
    print(first is second["again"])
    d = {}
    d["self"] = d
    print(again(d)["self"]["self"].keys())
    for data in (b"", b"not a pickle", pickle.dumps([1, 2, 3])[:-2]):
        try:
            pickle.loads(data)
        except (pickle.UnpicklingError, EOFError, ValueError, KeyError, IndexError) as e:
            print("refused")
