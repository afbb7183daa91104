# Managers with types of one's own: register, exposed names, remote errors.
# needs: processes
from multiprocessing.managers import BaseManager, BaseProxy, NamespaceProxy


class Maths:
    def __init__(self, start=0):
        self.total = start

    def add(self, x, y=1):
        self.total += x * y
        return self.total

    def fail(self):
        raise LookupError("as asked", self.total)

    def _hidden(self):
        return "hidden"

    def numbers(self, n):
        for i in range(n):
            yield i * i

    def __str__(self):
        return "Maths(%d)" % self.total


class GeneratorProxy(BaseProxy):
    _exposed_ = ["__next__"]

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod("__next__")


class MyManager(BaseManager):
    pass


def numbers(n):
    for i in range(n):
        yield i * i


MyManager.register("Maths", Maths)
MyManager.register("Secretive", Maths, exposed=("add", "_hidden"))
MyManager.register("numbers", numbers, proxytype=GeneratorProxy)


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).strip("\n-").split("\n")[0], e.args[1:])


if __name__ == "__main__":
    with MyManager() as manager:
        maths = manager.Maths(5)
        print(maths.add(4), maths.add(2, y=3), type(maths).__name__, sorted(maths._exposed_))
        show(maths.fail)
        show(lambda: maths._hidden())
        print(repr(maths).split(" at ")[0])
        secretive = manager.Secretive()
        print(secretive._hidden(), secretive.add(1))
        show(lambda: secretive.fail())
        print(list(manager.numbers(5)))
        show(lambda: maths._callmethod("nothing"))
        show(lambda: manager.Maths(1, 2))
        other = manager.Maths()
        print(other.add(1), maths.add(0))
    manager = MyManager()
    show(lambda: manager.Maths())
    show(lambda: manager.shutdown)
