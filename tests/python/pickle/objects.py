# Instances: __dict__, __slots__, __reduce__, __getstate__, __getnewargs__, subclasses of built-in types.
import copyreg
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self):
        return f"Plain({self.x!r})"


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Mixed(Slotted):
    __slots__ = ("c", "__dict__")


class Stateful:
    def __init__(self):
        self.value, self.cache = 1, object()

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "fresh"


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, (1, 2), {"extra": "state"}


class ReducedEx:
    def __reduce_ex__(self, protocol):
        return str, ("by protocol",)


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class NewArgsEx:
    def __new__(cls, a, *, key):
        self = super().__new__(cls)
        self.pair = a, key
        return self

    def __getnewargs_ex__(self):
        return (self.pair[0],), {"key": self.pair[1]}


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class MyStr(str):
    pass


class Registered:
    def __init__(self, n):
        self.n = n


copyreg.pickle(Registered, lambda r: (Registered, (r.n + 1,)))


class Singleton:
    def __reduce__(self):
        return "the_one"


the_one = Singleton()


class WithItems:
    def __init__(self):
        self.items, self.pairs = [], {}

    def __reduce__(self):
        return WithItems, (), None, iter([1, 2]), iter([("k", "v")])

    def extend(self, items):
        self.items += items

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.pairs[key] = value


def again(x):
    return pickle.loads(pickle.dumps(x))


print(again(Plain([1, Plain("deep")])), again(Plain(1)) == Plain(1))
s = Slotted(5)
print(again(s).a, hasattr(again(s), "b"))
m = Mixed(1)
m.c, m.d = 2, 3
print(again(m).a, again(m).c, again(m).d)
t = again(Stateful())
print(t.value, t.cache)
r = again(Reduced("x"))
print(r.args, r.extra)
print(again(ReducedEx()), again(NewArgs(1, 2)), type(again(NewArgs(1, 2))).__name__, again(NewArgsEx(1, key=2)).pair)
for made in (MyList([1]), MyDict(a=1), MyInt(5), MyStr("s")):
    made.note = "kept"
    back = again(made)
    print(type(back).__name__, back, back.note)
print(again(Registered(1)).n, again(the_one) is the_one, again([the_one])[0] is the_one)
w = again(WithItems())
print(w.items, w.pairs)
