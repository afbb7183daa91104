# What is pickled by name: functions, classes, methods, operators.
import collections
import functools
import itertools
import math
import operator
import pickle
import threading
import time


def top(x):
    return x + 1


class Outer:
    class Inner:
        def method(self):
            return type(self).__qualname__

        @classmethod
        def made(cls):
            return cls

        @staticmethod
        def plain():
            return "plain"


def again(x):
    return pickle.loads(pickle.dumps(x))


for thing in (top, Outer, Outer.Inner, Outer.Inner.method, Outer.Inner.plain, len, print, getattr, math.sin, operator.add,
              time.sleep, functools.reduce, str.upper, dict.get, int, type, object, threading.Lock, itertools.chain,
              type(None), type(...), type(NotImplemented), collections.OrderedDict, ValueError):
    print(again(thing) is thing or again(thing) == thing)
print(again(Outer.Inner.made)(), again(Outer.Inner().method)(), again("a-b".split)("-"), again([1, 2].count)(1))
print(again(int.from_bytes)(b"\1\0", "big"), again(dict.fromkeys)("ab"), again({1}.union)({2}))
for made in (operator.itemgetter(1, 2), operator.attrgetter("a.b", "c"), operator.methodcaller("f", 1),
             functools.partial(int, base=2), slice(1, None, 2), range(3, 9, 2)):
    print(again(made))
print(again(functools.partial(top, 4))(), again(operator.itemgetter("x"))({"x": 5}))
print(again(operator.methodcaller("split", "-", maxsplit=1))("a-b-c"))
