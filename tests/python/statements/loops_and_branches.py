# for, while, else, break, continue, try inside loops, pass, assert, del, chained comparison, conditional expressions.
for n in range(3):
    if n == 5: break
else:
    print("for else", n)
for n in range(3):
    if n == 1: break
else:
    print("never")
while n < 4:
    n += 1
    if n == 3: continue
    print("while", n)
else:
    print("while else")
for empty in []: pass
else: print("empty else")
def find(items, wanted):
    for index, item in enumerate(items):
        try:
            if item == wanted: return index
            continue
        finally:
            print("checked", item, end="; ")
    else:
        return None
print(find("abc", "b"), find("ab", "z"))
def finally_wins():
    for i in range(3):
        try:
            return "try"
        finally:
            if i < 2: continue
            return "finally"
print(finally_wins())
def break_in_finally():
    while True:
        try: 1 / 0
        finally: break
    return "quiet"
print(break_in_finally())
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1, 1 < 2 > 1, "a" < "b" < "c" in ["c"])
def loud(v):
    print("eval", v, end=" ")
    return v
print(loud(1) < loud(3) < loud(2) < loud(9))
print(loud(0) or loud("") or loud("x"), loud(1) and loud(0) and loud(2))
print("yes" if [] else "no", not 1, not [], not not "a", (1 if True else 2) + 1)
a = b = c = []
a.append(1); print(b, c, a is c)
i = 0
i, values = 1, [0, 0, 0]
i, values[i] = 2, "x"
print(i, values)
x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
(p, q), r = [1, 2], 3
[s, t] = "st"
head, *tail = range(4); *init, last = "abc"; one, *none, two = (1, 2)
print(p, q, r, s, t, head, tail, init, last, none)
del x, (y, [z])
try: print(x)
except NameError as error: print(error)
d = {"a": [1, 2, 3]}
del d["a"][0], d["a"][-1]
print(d)
try: assert 1 == 2, "message"
except AssertionError as error: print(repr(error))
try: assert not True
except AssertionError as error: print(repr(error))
n = 10
n += 1; n -= 2; n *= 3; n //= 2; n **= 2; n %= 100; n <<= 2; n >>= 1; n |= 1; n &= 0xFF; n ^= 3
n /= 4
print(n)
class Matrix:
    def __matmul__(self, o): return "matmul"
    def __imatmul__(self, o): return "imatmul"
m = Matrix()
print(m @ 1); m @= 1; print(m)
def generator_loop():
    received = []
    while (item := (yield len(received))) is not None: received.append(item)
    return received
g = generator_loop(); next(g); g.send("a"); g.send("b")
try: g.send(None)
except StopIteration as stop: print(stop.value)
for i, (a, b) in enumerate({"k": 1}.items()): print(i, a, b)
for values[0] in range(2): pass
print(values)
if 0: print("no")
elif "": print("no")
elif [0]: print("elif")
else: print("no")
print(*[1, 2], *"ab", sep="-"); print(*(), end="!\n")
pass; ...; None
