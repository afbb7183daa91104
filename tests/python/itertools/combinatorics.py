# product, permutations, combinations, combinations_with_replacement, groupby.
from itertools import *
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
join = lambda it: ["".join(map(str, t)) for t in it]
print(join(product("ab", "xy")), join(product("ab", repeat=2)), list(product()), list(product("ab", [])), join(product([1], "ab", repeat=2)), len(list(product(range(3), repeat=4))))
print(join(permutations("abc")), join(permutations("abc", 2)), list(permutations("ab", 0)), list(permutations("ab", 3)), len(list(permutations(range(6)))))
print(join(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations("ab", 3)), join(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 2)), len(list(combinations(range(10), 5))), sum(sum(c) for c in combinations(range(8), 3)))
attempt(lambda: product("a", repeat=-1)); attempt(lambda: permutations("a", -1)); attempt(lambda: combinations("a")); attempt(lambda: combinations("a", -2)); attempt(lambda: product(5)); attempt(lambda: product("a", times=2)); attempt(lambda: combinations("a", "b"))
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby(sorted("mississippi"))], [(k, list(g)) for k, g in groupby(range(6), lambda x: x // 2)], list(groupby([])))
groups = groupby("aab"); k1, g1 = next(groups); k2, g2 = next(groups); print(k1, list(g1), k2, list(g2)); attempt(lambda: next(groups))
words = ["apple", "ant", "bee", "bat", "cat"]; print({k: [w for w in g] for k, g in groupby(words, key=lambda w: w[0])}); attempt(lambda: groupby(5)); attempt(lambda: list(groupby([1], key=5))); attempt(lambda: list(groupby([1], len)))
it = permutations("abcd", 3); print(next(it), sum(1 for _ in it)); print(list(product("a", "b", "c")), next(combinations(range(3), 2)), type(product()), type(groupby([])).__name__)
print(["".join(p) for p in product("01", repeat=3) if p.count("1") == 2], max(permutations([3, 1, 2])), list(combinations({1: "a", 2: "b"}, 2)), [c for c in combinations([1, 1, 2], 2)])
