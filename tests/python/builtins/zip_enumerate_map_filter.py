# zip, enumerate, map, filter and reversed: lazy, finite, strict when asked.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

print(list(zip()), list(zip("ab")), list(zip("abc", range(5), [True, False, None])))
print(list(zip("ab", "xy", strict=True)))
attempt(lambda: list(zip("ab", "x", strict=True)))
attempt(lambda: list(zip("a", "xy", strict=True)))
attempt(lambda: list(zip("a", "x", "yz", strict=True)))
attempt(lambda: list(zip("a", "b", "", strict=True)))
attempt(lambda: zip(3))
attempt(lambda: zip("a", strct=True))
print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)))
print(list(enumerate("a", 10**20)))
attempt(lambda: enumerate("a", "b"))
attempt(lambda: enumerate("a", 1.5))
print(list(map(str, range(3))), list(map(lambda a, b: a + b, "abc", "xy")))
print(list(map(None.__class__.__name__.__add__, "ab")))
attempt(lambda: list(map(None, "ab")))
attempt(lambda: map(str))
attempt(lambda: list(map(len, [1])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isupper, "aBcD")))
attempt(lambda: filter(None))
attempt(lambda: list(filter(3, [1])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})))
attempt(lambda: reversed({1, 2}))
attempt(lambda: reversed(x for x in "a"))

class Countdown:
    def __len__(self): return 3
    def __getitem__(self, index): return index * 10
class Own:
    def __reversed__(self): return iter("own")
class Never:
    __reversed__ = None
    def __len__(self): return 0
    def __getitem__(self, index): raise IndexError
print(list(reversed(Countdown())), list(reversed(Own())))
attempt(lambda: reversed(Never()))
iterator = zip(iter([1, 2, 3]), iter([4]))
print(next(iterator), next(iterator, "end"), next(iterator, "end"))
numbers = iter(range(6))
print(list(zip(numbers, numbers, numbers)))
print(type(zip()), type(map(str, "")), type(filter(None, "")), type(enumerate("")), type(reversed([])), type(reversed("")), type(reversed(range(1))))
print(iter(m := map(str, [])) is m, m.__iter__() is m)
