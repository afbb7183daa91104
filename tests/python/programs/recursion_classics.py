# Hanoi, permutations, subsets, n queens, Ackermann, flatten, Pascal, change making, maze, knapsack, Collatz, gray codes.
from functools import lru_cache, cache
import sys
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3), sum(1 for _ in hanoi(10)))
def permutations(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])]
def subsets(items): return [[]] if not items else [s for rest in subsets(items[1:]) for s in (rest, [items[0]] + rest)]
print(permutations("abc"), subsets([1, 2, 3]))
def queens(n, placed=()):
    if len(placed) == n: yield placed; return
    for c in range(n):
        if all(c != p and abs(c - p) != len(placed) - r for r, p in enumerate(placed)): yield from queens(n, (*placed, c))
solutions = list(queens(6)); print(len(solutions), len(list(queens(7))))
print("\n".join(" ".join("Q" if c == q else "." for c in range(6)) for q in solutions[0]))
@cache
def ackermann(m, n): return n + 1 if not m else ackermann(m - 1, 1) if not n else ackermann(m - 1, ackermann(m, n - 1))
print([ackermann(2, n) for n in range(5)], ackermann.cache_info().misses > 10)
def flatten(x):
    if isinstance(x, (list, tuple)): return [z for y in x for z in flatten(y)]
    return [x]
print(flatten([1, [2, (3, [4, []]), 5], "six", [["seven"]]]))
def pascal(n): return [1] if n == 0 else (lambda row: [1] + [a + b for a, b in zip(row, row[1:])] + [1])(pascal(n - 1))
for n in range(5): print(" ".join(map(str, pascal(n))).center(12).rstrip())
@lru_cache(None)
def change(amount, coins=(50, 20, 10, 5, 1)):
    if amount == 0: return 1
    if amount < 0 or not coins: return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])
print([change(n) for n in (1, 5, 10, 50, 100)])
maze = """
#########
#S  #   #
# # # # #
# #   #E#
#########""".strip().splitlines()
def solve(r, c, seen):
    if maze[r][c] == "#" or (r, c) in seen: return None
    if maze[r][c] == "E": return ""
    seen.add((r, c))
    for d, (dr, dc) in dict(N=(-1, 0), E=(0, 1), S=(1, 0), W=(0, -1)).items():
        if (way := solve(r + dr, c + dc, seen)) is not None: return d + way
print(solve(1, 1, set()))
@cache
def knapsack(room, i=0, items=((60, 10), (100, 20), (120, 30))):
    if i == len(items): return 0, ()
    value, weight = items[i]
    without = knapsack(room, i + 1)
    if weight > room: return without
    v, picked = knapsack(room - weight, i + 1)
    return max(without, (v + value, (i, *picked)))
print(knapsack(50), knapsack(9))
def collatz(n): return [n] + (collatz(n // 2 if n % 2 == 0 else 3 * n + 1) if n > 1 else [])
def gray(n): return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in gray(n - 1)][::-1]
print(collatz(7), gray(3))
def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)
print(is_even(500), is_odd(301))
def power(b, e): return 1 if e == 0 else power(b * b, e // 2) if e % 2 == 0 else b * power(b, e - 1)
print(power(3, 100) == 3 ** 100, (lambda f: f(f, 20))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2)))
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(type(e).__mro__[1].__name__, e)
limit = sys.getrecursionlimit(); sys.setrecursionlimit(3000)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(limit, depth(2500)); sys.setrecursionlimit(limit)
