# reprlib cuts what is long or deep.
import reprlib
from collections import deque

r = reprlib.repr
print(r([1, 2, 3, 4, 5, 6, 7]), r((1,)), r(()), r(tuple(range(10))), r({i: i for i in range(6)}), r(set(range(9))), r(frozenset("a")))
print(r("x" * 40), r("short"), r(10**60), r(deque(range(8))), r([[[[[[[[1]]]]]]]]), r({"k": {"k": {"k": {"k": {"k": {"k": {"k": 1}}}}}}}))
print(r("it's" * 10), r(b"y" * 50), r(range(100000000, 1000000000, 3)), r(set()), r({}), r([]))


class Long:
    def __repr__(self):
        return "<" + "long " * 20 + ">"


class Bad:
    def __repr__(self):
        raise ValueError("no")


print(r(Long()), r(Bad()).split(" at ")[0])
a = reprlib.Repr(maxlist=2, maxstring=10, fillvalue="***", maxlevel=2)
print(a.repr(list(range(5))), a.repr("abcdefghijklmnop"), a.repr([[[1]]]), a.repr({"a": 1}))
i = reprlib.Repr(indent=4)
print(i.repr([1, [2, "x"], {"a": (3,)}]))
print(reprlib.Repr(indent="->").repr({"a": [1]}))


class Mine(reprlib.Repr):
    def repr_str(self, x, level):
        return f"<{x}>"

    def repr_Long(self, x, level):
        return "LONG"


print(Mine().repr(["a", Long()]))


class Tree:
    def __init__(self):
        self.children = [self, 1]

    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Tree({self.children})"


print(Tree(), Tree.__repr__.__name__)
