# min and max: several arguments or one iterable, key, default, ties and errors.
print(min(3, 1, 2), max(3, 1, 2))
print(min([3, 1, 2]), max(x * x for x in range(-3, 3)))
print(min("banana"), max("banana"))
print(min([], default="none"), max((), default=None))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "cc"], key=len))
print(max(1, 1.0), max(1.0, 1), min(True, 1), min(1, True))
print(max([(1, "a"), (1, "b")], key=lambda pair: pair[0]))
print(max("a", "B", key=str.lower), max({"x": 1, "y": 0}, key={"x": 1, "y": 0}.get))
print(min(float("nan"), 1), min(1, float("nan")))
print(max([1, 2], [1, 2, 0], [0, 9]))

def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

attempt(lambda: max())
attempt(lambda: max([]))
attempt(lambda: min(()))
attempt(lambda: max(5))
attempt(lambda: max(1, "a"))
attempt(lambda: min([1, None]))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max([1], key=3))
attempt(lambda: max([1], keys=len))
attempt(lambda: min([3, 4], key=lambda x: 1 / 0))
