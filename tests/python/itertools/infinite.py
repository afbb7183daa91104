# count, cycle, repeat: steps, floats, big numbers, representations, limits.
from itertools import count, cycle, repeat, islice
print(list(islice(count(), 3)), list(islice(count(5, -2), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(count(10**30), 2)), list(islice(count(1, 0), 2)))
print(count(3), count(3, 2), count(1.5, 0.5), repeat("x", 2), repeat(5), repr(count(-1)))
c = count(1); next(c); print(c, next(c))
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat(1, 3)), list(repeat(1, 0)), list(repeat(1, -5)), list(map(pow, range(4), repeat(2))))
r = repeat("y", 3); print(r.__length_hint__(), next(r), r.__length_hint__(), r, list(r), r)
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: count("a")); attempt(lambda: count(1, "a")); attempt(lambda: repeat()); attempt(lambda: repeat(1, "a")); attempt(lambda: cycle(5)); attempt(lambda: repeat(1).__length_hint__()); attempt(lambda: count(1, 2, 3))
print(list(zip(count(), "abc")), dict(zip("ab", cycle([0]))), list(islice(count(2**62, 2**61), 4)))
