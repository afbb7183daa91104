# with: order, exceptions swallowed or replaced, several managers, missing methods.
def attempt(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__))
class Manager:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self.name
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return self.swallow
with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("p") as p, Manager("q"),):
    print(p)
def swallowed():
    with Manager("s", swallow=True):
        1 / 0
    return "went on"
attempt(swallowed)
def passed_on():
    with Manager("o"), Manager("i"):
        raise KeyError("k")
attempt(passed_on)
def inner_swallows():
    with Manager("o"), Manager("i", swallow=True):
        raise KeyError("k")
attempt(inner_swallows)
def enter_fails():
    with Manager("first"), Manager("second", fail="enter"), Manager("third"):
        print("never")
attempt(enter_fails)
def exit_fails():
    with Manager("x", fail="exit"):
        raise KeyError("original")
attempt(exit_fails)
def returns():
    with Manager("r"):
        return "returned"
attempt(returns)
def loops():
    out = []
    for n in range(4):
        with Manager(n):
            if n == 1: continue
            if n == 2: break
            out.append(n)
    return out
attempt(loops)
def empty_with(thing):
    with thing: pass
attempt(lambda: empty_with(5))
class OnlyEnter:
    def __enter__(self): pass
class OnlyExit:
    def __exit__(self, *a): pass
attempt(lambda: empty_with(OnlyEnter()))
attempt(lambda: empty_with(OnlyExit()))
class Unpacked:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *args): pass
with Unpacked() as (x, (y, z)): print(x, y, z)
holder = {}
with Manager("into dict") as holder["name"]: pass
print(holder)
class OnInstance: pass
instance = OnInstance()
instance.__enter__ = lambda: 1
instance.__exit__ = lambda *a: None
attempt(lambda: empty_with(instance))
def truthy():
    class T:
        def __enter__(self): return self
        def __exit__(self, *a): return "yes"
    with T(): raise SystemExit(3)
    return "exit swallowed"
attempt(truthy)
def generator():
    with Manager("gen"):
        yield 1
        yield 2
g = generator()
print(next(g))
g.close()
def nested_return():
    with Manager("1"):
        try:
            with Manager("2"):
                return "a"
        finally:
            print("finally")
attempt(nested_return)
