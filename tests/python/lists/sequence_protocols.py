# Slices, unpacking, sequence protocol of own classes, and what is refused.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
l = list(range(10))
print(l[2:8:3], l[::-3], l[-3:], l[:-8], l[100:], l[5:2], l[5:2:-1], l[slice(None)], l[True], l[slice(1, None, 4)])
a = l[:]; a[2:5] = "xyz"; a[0:0] = [9, 9]; a[len(a):] = [8]; print(a)
a = l[:]; a[::2] = "abcde"; del a[1::3]; print(a)
attempt(lambda: l[:].__setitem__(slice(0, 6, 2), [1]))
attempt(lambda: l[::0])
attempt(lambda: l["a"])
attempt(lambda: l[1.5])
attempt(lambda: l[10])
attempt(lambda: l[None:None:None] == l)
attempt(lambda: l["a":])
attempt(lambda: l[:].__setitem__(slice(0, 1), 5))
attempt(lambda: (1, 2)[2])
attempt(lambda: (1, 2).__setitem__)
attempt(lambda: "abc".__delitem__)
class Idx:
    def __index__(self): return 2
print(l[Idx()], l[Idx():], "abc"[Idx()], range(5)[Idx()], [0] * Idx(), bin(Idx()), bytes(Idx()))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step, i.indices(3))
        if isinstance(i, tuple): return i
        if not -3 <= i < 3: raise IndexError(i)
        return i * 10
s = Seq()
print(list(s), s[-1], s[1:2], s[::-1], s[1, 2:3], s[...], s[:, None], 20 in s, 5 in s, list(reversed(s)), max(s), [*s], tuple(s), dict(enumerate(s)))
class NoLen:
    def __getitem__(self, i): return [1, 2][i]
print(list(NoLen()), 2 in NoLen())
attempt(lambda: reversed(NoLen()))
attempt(lambda: len(NoLen()))
class BadLen:
    def __len__(self): return self.n
for n in (-1, 1.5, "x", 2**70, True):
    b = BadLen(); b.n = n
    attempt(lambda: len(b))
    attempt(lambda: bool(b))
a, (b, *c), d = 1, "xyz", 4; print(a, b, c, d)
*a, = "hi"; print(a)
[a, *b, c] = range(5); print(a, b, c)
a = b = []; a.append(1); print(b)
x = [1, 2, 3]; i = 0; i, x[i] = 2, 9; print(i, x)
for text in ("a, b = 1", "a, b = ()", "a, b = 1, 2, 3", "a, *b, c = 1,", "a, b = {1: 2}", "(a, b), c = [1, 2]", "a, b = None", "[a] = 'xy'", "a, b = iter(int, 1)"):
    try: exec(text); print(text, "fine")
    except Exception as e: print(text, "->", type(e).__name__, e)
print(*[1, 2], *(3,), *"ab", sep="-", end="!\n")
print([*range(3), *{}, *[[]]], {**{"a": 1}, "b": 2, **{"a": 3}}, {*"aab"} == {"a", "b"}, (*[1],), [*{5: 6}.items()])
attempt(lambda: [*5])
attempt(lambda: {**5})
attempt(lambda: print(*5))
attempt(lambda: dict(**{1: 2}))
attempt(lambda: {**{1: 2}})
print(slice(1, 5, 2), slice(3) == slice(None, 3, None), slice(1, 10, 3).indices(5), hash(slice(1, 2)) == hash(slice(1, 2)), slice(1, 2) < slice(1, 3))
attempt(lambda: slice(0, 5, 0).indices(3))
attempt(lambda: slice())
print(range(0, 10, 3)[1:], range(5)[::-1], range(10).index(3), range(0, 10, 2).count(4), 3 in range(0, 10, 2), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(0)) == hash(range(1, 1)), range(10**30)[10**29], len(range(-5, 5)), reversed(range(3)))
attempt(lambda: range(1.5))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(3)[5])
attempt(lambda: len(range(10**30)))
attempt(lambda: range(5).index(9))
