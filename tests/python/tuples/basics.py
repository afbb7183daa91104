# tuple: literals, methods, comparison, hash, slices, immutability.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
t = 1, "a", [2]
print(t, (1,), (), 1, tuple("ab"), tuple([1, 2]), t[0], t[-1], t[1:], t[::-1], t * 2, t + (3,), len(t), "a" in t, t.index("a"), t.count(1))
t[2].append(3)
print(t)
def assign(): t[0] = 5
def augment(): t[2] += [4]
def delete(): del t[0]
attempt(assign); attempt(augment); attempt(delete)
print(t)
attempt(lambda: t.index("z"))
attempt(lambda: t[5])
attempt(lambda: t["a"])
attempt(lambda: t + [1])
attempt(lambda: t * "x")
attempt(lambda: tuple(5))
attempt(lambda: tuple([1], [2]))
attempt(lambda: t.append(1))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1.0, 2), (1, "a") < (2, None), (1, 2) != [1, 2])
attempt(lambda: (1, "a") < (1, 2))
print(hash((1, 2)) == hash((1.0, 2)), {(1, 2): "x"}[1, 2])
x, y = y, x = 1, 2
print(x, y)
print(tuple() is (), (1, 2)[:] == (1, 2), tuple((1, 2)) == (1, 2))
class Point(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
p = Point(3, 4)
print(p, p.x, p == (3, 4), type(p[:]), type(p + (1,)), isinstance(p, tuple), {p: 1}[(3, 4)])
loop = ([],)
loop[0].append(loop)
print(loop)
print(((1, 2), (3,)), ((),), (1, (2, (3, (4,)))))
def several(): return 1, 2
a, b = several()
print(several(), a, b, *several())
print([*t, *()], (*"ab", *range(2)), (*[],))
for index, (left, (middle, right)) in enumerate([(1, (2, 3)), (4, (5, 6))]):
    print(index, left, middle, right)
