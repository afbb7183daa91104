# range: as a sequence, compared, sliced, searched, huge.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step)
print(range(5), range(0), list(range(5, 0, -2)), list(range(0, -5, -1)), list(range(5, 5)), range(1, 10, 1), bool(range(0)), bool(range(1)))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(1) != range(2))
big = range(10**20, 10**20 + 5)
print(big, list(big), len(big), big[2], 10**20 + 3 in big, big.index(10**20 + 4))
attempt(lambda: len(range(10**30)))
print(range(10**30)[10**29], range(10**30)[-1], 10**29 in range(10**30))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range("5"))
attempt(lambda: range(1.5))
attempt(lambda: r[100])
attempt(lambda: r["a"])
attempt(lambda: r.index(6))
attempt(lambda: r.index("a"))
attempt(lambda: r + r)
attempt(lambda: r < r)
attempt(lambda: r.__setitem__)
iterator = iter(range(3))
print(next(iterator), iterator.__length_hint__(), list(iterator), type(iterator))
print(sum(range(101)), max(range(5, 50, 7)), sorted(range(5), reverse=True), list(reversed(range(0, 10, 4))), tuple(range(3)))
for i in range(3):
    i = 10
print(i)
print([i for i in range(-3, 4) if i], {i: i * i for i in range(3)}, range(True), range(-1))
print(repr(range(0, 10, -1)), len(range(0, 10, -1)), range(10)[2:8:3], range(10)[-3:], range(10)[5:2], range(0, 10, 3)[-2:])
