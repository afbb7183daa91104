# What cannot be pickled, and what is said about it.
import pickle
import sys
import threading


def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local, Local()


def generator():
    yield 1


class NoReduce:
    def __reduce__(self):
        return 5


class BadReduce:
    def __reduce__(self):
        return ("not callable", ())


class Refuses:
    def __getstate__(self):
        raise TypeError("not this one")


class Gone:
    pass


gone = Gone()
kept = Gone
del Gone


class Gone:
    pass


def show(x):
    try:
        print(len(pickle.dumps(x)) > 0)
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


for thing in (*outer(), lambda: 1, generator(), (x for x in ()), threading.Lock(), threading.RLock(), sys, gone, {}.keys(),
              {}.values(), {}.items(), sys._getframe(), Refuses(), kept, threading.Thread().run,
              threading.Condition(), open, memoryview(b"a").tobytes):
    show(thing)
show({"deep": [1, (2, {3: lambda: 0})]})


def load(data):
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__)


whole = pickle.dumps([1, "text", {"a": (1.5, None)}])
load(whole)
load(whole[:-1])
load(whole[:4])
load(b"")
try:
    pickle.dumps(1, protocol=6)
except ValueError as e:
    print(e)
for wrong in (lambda: pickle.loads("text"), lambda: pickle.loads(5)):
    try:
        wrong()
    except TypeError as e:
        print("TypeError")
