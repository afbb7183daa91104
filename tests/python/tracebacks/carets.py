# Where the carets are: operators, calls, items, attributes, several lines, whole statements.
from _catch import show

def divide(x): return 1 / x
def calls(): return divide(0)
show(calls)
def items(): d = {"a": [1, 2]}; return d["a"][1]["x"]
show(items)
def chained(a, b, c): return a + b * c - (a @ b)
show(chained, 1, 2, 3)
def attribute(o): o.missing.more
show(attribute, 5)
def assignment(f):
    value = f(1)
    return value
show(assignment, divide.__get__)
def several_lines(a):
    return divide(
        a
    ) + divide(
        0,
    )
show(several_lines, 1)
def long_call():
    print(
        1,
        2,
        3,
        4 + "a",
        5,
    )
show(long_call)
def augmented(x):
    x += "a"
show(augmented, 1)
def condition(x):
    if x < "a" and x:
        pass
show(condition, 1)
def loop():
    for i in 5:
        pass
show(loop)
def unpacking():
    a, b = 1, 2, 3
show(unpacking)
def manager():
    with 5 as x:
        pass
show(manager)
def wide():
    "äöü" + 日本 if (日本 := 1) else 0
show(wide)
def comprehension():
    return [1 / i for i in range(2)]
show(comprehension)
def raising():
    raise ValueError("a", 1)
show(raising)
def asserting(x):
    assert x == 1, f"not {x}"
show(asserting, 2)
def deleting():
    x = [1]
    del x[5]
show(deleting)
def keyword():
    dict(a=1)(b=2)
show(keyword)
def unary():
    return -"a"
show(unary)
class WithInit:
    def __init__(self): self.x = nothing_here
show(WithInit)
