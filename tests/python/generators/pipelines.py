# Generators as pipelines and coroutines: a grep, averages, a scheduler, permutations, flattening.
def coroutine(function):
    def start(*args):
        g = function(*args); next(g); return g
    return start
@coroutine
def printer(label):
    try:
        while True: print(label, (yield))
    except GeneratorExit: print(label, "closed")
@coroutine
def grep(word, target):
    try:
        while True:
            line = yield
            if word in line: target.send(line)
    except GeneratorExit: target.close()
g = grep("py", printer("match:"))
for line in "python", "perl", "pypy": g.send(line)
g.close()
@coroutine
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None: break
        total += value; count += 1
        average = total / count
    return total, count
a = averager()
print(a.send(10), a.send(20), a.send(0))
try: a.send(None)
except StopIteration as stop: print(stop.value)
from collections import deque
def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name
def scheduler(tasks):
    ready = deque(tasks); done = []
    while ready:
        t = ready.popleft()
        try: next(t)
        except StopIteration as stop: done.append(stop.value)
        else: ready.append(t)
    return done
print(scheduler([task("a", 2), task("b", 1), task("c", 3)]))
def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)): yield from flatten(item)
        else: yield item
print(list(flatten([1, [2, (3, [4, []])], "ab"])))
def permutations(items):
    if len(items) <= 1: yield items
    else:
        for i, x in enumerate(items):
            for rest in permutations(items[:i] + items[i + 1:]): yield [x] + rest
print(list(permutations([1, 2, 3])))
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)))
def queens(n, row=0, cols=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if all(c != q and abs(c - q) != row - r for r, q in enumerate(cols)):
                yield from queens(n, row + 1, cols + (c,))
print(len(list(queens(6))), next(queens(8)))
def deep(n):
    if n: yield from deep(n - 1)
    yield n
print(sum(deep(150)))
def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(list(collatz(6)), max(collatz(27)))
def window(seq, n):
    it = iter(seq); w = deque(maxlen=n)
    for x in it:
        w.append(x)
        if len(w) == n: yield tuple(w)
print(list(window("abcde", 3)))
lines = ["a 1", "b x", "c 3"]
numbers = (int(v) for _, v in (l.split() for l in lines) if v.isdigit())
print(sum(numbers))
