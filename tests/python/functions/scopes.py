# Where names live: local, enclosing, global, builtin, class bodies, deletion, errors.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
x = "global"
def read(): return x
def shadow():
    x = "local"
    return x
def unbound():
    print(x)
    x = 1
def change():
    global x, fresh
    x = "changed"; fresh = "made"
print(read(), shadow()); attempt(unbound); change(); print(x, fresh)
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "from inner"
            return x
        return inner()
    before = x
    return before, middle(), x
print(outer())
def deleted():
    y = 1
    del y
    return y
attempt(deleted)
def deleted_cell():
    y = 1
    def show(): return y
    del y
    return show()
attempt(deleted_cell)
def delete_unbound():
    del never
    never = 1
attempt(delete_unbound)
attempt(lambda: undefined_name)
def no_global():
    global nothing
    del nothing
attempt(no_global)
class Body:
    x = "class"
    y = x + " body"
    seen = [x for _ in range(1)]
    def method(self): return x
    z = (lambda: x)()
print(Body.y, Body.seen, Body().method(), Body.z)
def in_function():
    x = "enclosing"
    class Inner:
        x = x + "!" if False else "own"
        def get(self): return x
        w = [x for _ in "a"]
    return Inner.x, Inner().get(), Inner.w
attempt(in_function)
def class_reads():
    v = "fn"
    class K:
        seen = v
        v = "k"
    return K.seen, K.v
attempt(class_reads)
def class_local_first():
    v = "fn"
    class K:
        v = v
    return K.v
attempt(class_local_first)
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]])
def loop_closure():
    made = []
    for n in range(3):
        def show(): return n
        made.append(show)
    return [f() for f in made]
print(loop_closure())
print([y := 5, y ** 2], y)
print(any((hit := n) > 3 for n in range(10)), hit)
def walrus():
    if (n := len("abc")) > 2: return n
print(walrus())
len_before = len
len = lambda thing: "mine"
print(len("abc"))
del len
print(len("abc"), len is len_before)
try:
    raise ValueError("v")
except ValueError as bound:
    pass
attempt(lambda: bound)
def counter():
    count = 0
    def up():
        nonlocal count
        count += 1
        return count
    return up, lambda: count
up, now = counter()
up(); up()
print(now())
print([locals() for _ in range(1)][0].keys() if False else "ok", (lambda a: sorted(locals()))(1))
