# Closures, nonlocal, class scopes, comprehensions, exec and eval, locals.
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return up, get
up, get = counter(); up(); up(); print(get())
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
x = "global"
class C:
    x = "class"
    def m(self): return x
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def cls(self): return __class__
print(C().m(), C.y, C.z, C().cls(), C.__qualname__, C.m.__qualname__)
def outer():
    x = "outer"
    class D:
        y = x
        x = "inner"
        def m(self): return x
    return D.y, D.x, D().m(), D.__qualname__
print(outer())
def unbound():
    try: print(later)
    except UnboundLocalError as e: print(e)
    later = 1
    del later
    try: later
    except UnboundLocalError as e: print(e)
    def inner():
        try: return cell
        except NameError as e: print(e)
    inner()
    cell = 1
unbound()
def deleted():
    a = 1
    def f(): return a
    del a
    try: f()
    except NameError as e: print(e)
deleted()
def snapshot(a, b=2, *c, d=4, **e):
    f = 5
    def g(): return f
    return locals()
s = snapshot(1); s.pop("g"); print(s)
space = {"a": 1}
exec("b = a + 1\ndef f(): return b\nc = f()", space); print(space["b"], space["c"])
print(eval("a + b", space), eval("x + y", {"x": 1}, {"y": 2}))
class Mapping:
    def __getitem__(self, k):
        if k == "missing": raise KeyError(k)
        return k * 2
print(eval("abc", {}, Mapping()))
try: eval("missing", {}, Mapping())
except NameError as e: print(e)
exec("global_made = 5"); print(global_made)
def f():
    exec("made = 1")
    try: made
    except NameError as e: print(e)
f()
code = compile("1 + 2", "<c>", "eval"); print(eval(code), code.co_filename, code.co_name)
def decorated(d):
    def wrap(f): return lambda *a: d + f(*a)
    return wrap
@decorated("a")
@decorated("b")
def h(v): return v
print(h("c"))
if (w := len("abc")) > 2: print(w)
print([y := 1, y ** 2], {k: v for k, v in zip("ab", [1, 2])}, [a for b in [[1, 2], [3]] for a in b])
print((lambda: [x for x in range(3)])(), x)
a = b = []; a.append(1); print(b)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
[a, b] = b, a = 1, 2; print(a, b)
i = 0; l = [0, 0]; i, l[i] = 1, 9; print(i, l)
class Meta(type):
    @classmethod
    def __prepare__(m, n, b, **k): print("prepare", n, k); return {"given": 1}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, dict(ns))
    def __init__(c, n, b, ns, **k): pass
class Made(metaclass=Meta, k=1): v = given
print(Made.v)
print(__name__, f.__module__, f.__globals__ is globals())
