# Own iterators, generators as iterators, unpacking, chains of them, in-loop changes.
class Squares:
    def __init__(self, stop): self.n, self.stop = 0, stop
    def __iter__(self): return self
    def __next__(self):
        if self.n >= self.stop: raise StopIteration
        self.n += 1
        return self.n ** 2
print(list(Squares(4)), sum(Squares(3)), 9 in Squares(5), max(Squares(3)), dict(enumerate(Squares(2))), sorted(Squares(3), reverse=True))
a, *b, c = Squares(5)
print(a, b, c, *Squares(2), [*Squares(1)], {*Squares(2)} == {1, 4})
first, second = Squares(2)
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
def unpack(count, items):
    if count == 2: x, y = items
    elif count == 3: x, y, z = items
    elif count == "star": x, y, *z = items
    return "unpacked"
attempt(lambda: unpack(2, Squares(3)))
attempt(lambda: unpack(3, Squares(2)))
attempt(lambda: unpack(3, [1]))
attempt(lambda: unpack(2, []))
attempt(lambda: unpack(2, "abc"))
attempt(lambda: unpack("star", [1]))
attempt(lambda: unpack(2, 5))
attempt(lambda: unpack(2, None))
attempt(lambda: unpack("star", 5))
attempt(lambda: unpack(2, {1: 2, 3: 4, 5: 6}))
def chain(*iterables):
    for iterable in iterables:
        yield from iterable
def take(n, iterable):
    return [item for _, item in zip(range(n), iterable)]
def count(start=0):
    while True:
        yield start
        start += 1
def sieve(numbers):
    prime = next(numbers)
    yield prime
    yield from sieve(n for n in numbers if n % prime)
print(take(5, count(10)), list(chain("ab", [1], Squares(2))), take(8, sieve(count(2))))
class Tree:
    def __init__(self, value, left=None, right=None): self.value, self.left, self.right = value, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
print(list(Tree(2, Tree(1), Tree(4, Tree(3)))))
class Sequence:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return f"slice {i.start} {i.stop}"
        if i >= 3: raise IndexError
        return "abc"[i]
s = Sequence()
print(list(s), s[-1], s[1:2], "b" in s, list(reversed(s)), [x + y for x, y in zip(s, s)])
for item in s:
    if item == "b": break
else:
    print("never")
for item in s: pass
else: print("finished with", item)
class Hint:
    def __length_hint__(self): return 10
    def __iter__(self): return iter([1])
print(list(Hint()))
class BadHint:
    def __length_hint__(self): return -1
    def __iter__(self): return iter([1])
attempt(lambda: list(BadHint()))
it = iter([1, 2, 3, 4])
for x in it:
    print(x, next(it))
stopped = Squares(1)
print(list(stopped), list(stopped), next(stopped, "done"))
