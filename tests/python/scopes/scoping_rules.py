# Scopes: class bodies, comprehensions, global and nonlocal, del, late binding.
x = "global"
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
class A:
    x = "class"
    y = [x for _ in range(2)]
    z = [i for i in x]
    def m(self): return x
    w = (lambda: x)()
print(A.y, A.z, A().m(), A.w)
def outer():
    x = "outer"
    class B:
        print(x)
        x = "inner"
        print(x)
        del x
        print(x)
        def g(self): return x
    return B().g()
print(outer())
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter(); c(); print(c(), counter()())
def unbound():
    print(y)
    y = 1
attempt(unbound)
def deleted():
    y = 1
    del y
    return y
attempt(deleted)
def free():
    def inner(): return late
    try:
        return inner()
    finally:
        late = 1
attempt(free)
def handler():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
attempt(handler)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
i = "kept"
[i for i in range(3)]
print(i, [y := 5, y * 2], y)
def walrus():
    return [last := n for n in range(4)], last
print(walrus())
def g():
    global made
    made = 1
g(); print(made)
exec("made = 2"); print(made)
def local_exec():
    v = 1
    exec("v = 2")
    return v, eval("v + 1")
print(local_exec())
print((lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4))
def shadow(list): return list
print(shadow(3), list("ab"))
class Meta(type):
    def __prepare__(name, bases): return {"injected": 42}
class D(metaclass=Meta):
    print(injected)
    found = injected
print(D.found, "injected" in vars(D))
for code in ("def f():\n x=1\n global x", "def f(a):\n nonlocal a", "nonlocal q", "def f():\n nonlocal qq", "def f(a, a): pass", "x: int\ndef f():\n global x\n x: int = 1", "[x := 1 for x in y]", "class A:\n [z := 1 for q in y]", "def f():\n print(k)\n global k", "lambda: (yield)", "return 1", "await x", "def f(): [await z for z in y]", "f(a=1, a=2)", "f(**{}, *[])", "f(a=1, 2)", "del f()", "a + 1 = 2", "break", "def f():\n  continue", "async def f(): yield from x", "from x import *\ndef f():\n from y import *", "{**a for a in b}", "*a = 1", "*a, *b = c", "None = 1", "def None(): pass", "x = yield"):
    try:
        compile(code, "<s>", "exec"); print("fine", repr(code))
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
