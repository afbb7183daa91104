# islice, takewhile, dropwhile, filterfalse, compress, starmap, accumulate, pairwise, batched, chain, tee.
from itertools import *
import operator
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(list(islice(range(10), 3)), list(islice(range(10), 2, 5)), list(islice(range(10), 1, None, 3)), list(islice(range(10), None)), list(islice("abc", 0)), list(islice([], 5)))
for a in ((-1,), (1, -1), (0, 5, 0), ("a",), (1, 2, 3, 4)): attempt(lambda: list(islice([1], *a)))
it = iter(range(10)); print(list(islice(it, 2, 4)), next(it))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(6))), list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress("ab", [])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ["ab", "dc"])), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=100)), list(accumulate([], initial=5)), list(accumulate("abc")), list(accumulate([1, 2, 3], operator.mul, initial=None)))
attempt(lambda: list(starmap(pow, [5]))); attempt(lambda: list(accumulate([1, "a"]))); attempt(lambda: accumulate()); attempt(lambda: takewhile(None)); attempt(lambda: list(takewhile(5, [1])))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])), list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("abcd", 2, strict=True)))
attempt(lambda: list(batched("abc", 2, strict=True))); attempt(lambda: batched("a", 0)); attempt(lambda: pairwise(5))
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(chain(range(2), chain("x"))))
attempt(lambda: list(chain([1], 5))); attempt(lambda: list(chain.from_iterable([[1], 5])))
a, b, c = tee("abc", 3); print(next(a), list(b), list(a), list(c), tee([], 0)); attempt(lambda: tee("a", -1)); attempt(lambda: tee(5))
a, b = tee(iter([1, 2, 3])); next(a); d, = tee(a, 1); print(list(d), list(b))
print(list(zip_longest("ab", range(3))), list(zip_longest("ab", "x", "", fillvalue="-")), list(zip_longest())); attempt(lambda: zip_longest("a", fill=1)); attempt(lambda: zip_longest(5))
