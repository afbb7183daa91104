# Iterators written in Python; generators in class bodies; __next__ that raises.
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration("end")
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), max(Count(5)), tuple(Count(2)), [x for x in Count(3)], dict(zip("ab", Count(9))))
it = iter(Count(1)); print(next(it))
try: next(it)
except StopIteration as e: print(e.value, repr(e))
print(next(it, "default"))
a, *b = Count(4); print(a, b)
try: a, b = Count(3)
except ValueError as e: print(e)
try: a, b, c, d = Count(3)
except ValueError as e: print(e)
class Bad:
    def __iter__(self): return self
    def __next__(self): raise ValueError("bad next")
for f in (list, sum, tuple, set, sorted, lambda x: [*x], lambda x: 1 in x):
    try: f(Bad())
    except ValueError as e: print(e)
class GetItem:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i
print(list(GetItem()), list(iter(GetItem())), 2 in GetItem(), [*GetItem()])
class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return self.h
import operator
for h in (5, NotImplemented, -1, "x"):
    try: print(list(Hint(h)), operator.length_hint(Hint(h), 9))
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(list(iter(lambda c=iter([1, 2, 0, 3]): next(c), 0)))
class Rev:
    def __reversed__(self): return iter("zyx")
print(list(reversed(Rev())))
try: reversed(5)
except TypeError as e: print(e)
class Anext:
    def __aiter__(self): return self
try: iter(Anext())
except TypeError as e: print(e)
def gen():
    x = yield 1
    print("got", x)
    yield 2
    return 3
g = gen(); print(next(g), g.send("v"))
try: next(g)
except StopIteration as e: print(e.value)
def outer():
    r = yield from gen()
    print("inner returned", r)
print(list(outer()))
