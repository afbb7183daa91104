# Comprehensions: nesting, conditions, scopes, laziness, evaluation order, errors.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print([x * y for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)], [x for x in range(20) if x % 2 if x % 3])
print({x: y for x, y in zip("abc", range(3)) if y}, {x % 3 for x in range(9)}, sum(x for x in range(5)))
print([(a, b) for a, *b in ["abc", "de"]], [a + b for a, b in [(1, 2), (3, 4)]], [x if x > 1 else -x for x in range(4)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [cell for row in matrix for cell in row], [[row[i] for row in matrix] for i in range(3)])
x = "outside"
print([x for x in range(2)], x)
def order(label, value):
    print(label, end=" ")
    return value
print({order("k", 1): order("v", 2) for _ in range(1)})
lazy = (order("seen", n) for n in order("source", range(3)))
print("created", next(lazy), list(lazy))
attempt(lambda: (n for n in 5))
attempt(lambda: [n for n in None])
attempt(lambda: [1 / n for n in (1, 0)])
attempt(lambda: [a for a, b in [(1, 2, 3)]])
attempt(lambda: {[]: 1 for _ in "a"})
attempt(lambda: [undefined for _ in "a"])
adders = [lambda y, n=n: y + n for n in range(3)]
print([f(10) for f in adders])
late = [lambda: n for n in range(3)]
print([f() for f in late])
print([y := 1, [z := i for i in range(3)], z])
def last_even(items):
    return [found := i for i in items if i % 2 == 0] and found
print(last_even(range(7)))
class Holder:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        crossed = [i * j for i in items for j in items]
    except NameError as error:
        crossed = str(error)
print(Holder.doubled, Holder.crossed)
def gen(): return ((a, b) for a in "ab" for b in "xy" if a + b != "by")
print(list(gen()), type(gen()), next(gen()))
print([*(i for i in range(3))], dict((k, v) for k, v in [("a", 1)]), max(len(w) for w in ["a", "bbb"]), ",".join(str(i) for i in range(3)))
def nested(): return [[(i, j, k) for k in range(j)] for i in range(2) for j in range(i + 2)]
print(nested())
print([i for i in range(5) if (lambda n: n % 2)(i)], [[i for i in range(i)] for i in range(3)])
generator = (i for i in range(3))
print(generator.__name__, generator.gi_running, sum(generator), sum(generator))
print([True for _ in range(2) if not []] , [...] * 2, [None for x in "ab" for y in "c"])
print({**{k: v for k, v in [(1, 2)]}}, {i: {j: i * j for j in range(2)} for i in range(2)})
