"""Programs built from itertools."""
from collections import deque
from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle,
                       dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
                       takewhile, tee, zip_longest)


def take(n, things):
    return list(islice(things, n))


def sliding_window(things, n):
    iterator = iter(things)
    window = deque(islice(iterator, n - 1), maxlen=n)
    for thing in iterator:
        window.append(thing)
        yield tuple(window)


def primes():
    yield 2
    for n in count(3, 2):
        if all(n % d for d in takewhile(lambda d: d * d <= n, count(3, 2))):
            yield n


def round_robin(*sources):
    waiting = deque(map(iter, sources))
    while waiting:
        source = waiting.popleft()
        try:
            yield next(source)
        except StopIteration:
            continue
        waiting.append(source)


print(take(10, primes()), list(sliding_window("ABCDE", 3)), "".join(round_robin("ABC", "D", "EF")))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], initial=100)), list(batched("ABCDEFG", 3)))
print([(k, len(list(g))) for k, g in groupby("aaabccdd")], list(pairwise([1, 4, 9])))
print(list(zip_longest("ab", "x", fillvalue="-")), list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(list(dropwhile(lambda n: n < 3, [1, 2, 3, 1])), list(filterfalse(lambda n: n % 2, range(6))))
print(["".join(p) for p in permutations("abc", 2)], list(combinations(range(4), 3)))
print(list(combinations_with_replacement("ab", 2)), list(product("ab", repeat=2)), list(product()))
print(list(starmap(pow, [(2, 5), (3, 2)])), take(5, cycle("xy")), list(repeat("z", 3)), list(chain.from_iterable(["ab", "c"])))
first, second = tee(range(3))
print(list(first), list(second), take(3, count(2.5, 0.5)), repeat(1, 2), count(3))
groups = groupby(range(4), lambda n: n // 2)
kept = [g for _, g in groups]
print([list(g) for g in kept])
for wrong in (lambda: islice([], -1), lambda: batched("a", 0), lambda: combinations("a", -1), lambda: product(1), lambda: count("a")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
