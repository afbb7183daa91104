# iter and next: the two forms of iter, defaults of next, sequences without __iter__.
def attempt(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)

iterator = iter([1, 2])
print(next(iterator), next(iterator), next(iterator, None))
attempt(lambda: next(iterator))
attempt(lambda: next([1]))
attempt(lambda: iter(3))
attempt(lambda: next())
attempt(lambda: next(iterator, 1, 2))
count = 0
def tick():
    global count
    count += 1
    return count
print(list(iter(tick, 5)), count)
attempt(lambda: iter(3, 4))
class Old:
    def __getitem__(self, index):
        if index > 2: raise IndexError(index)
        return index * 2
print(list(Old()), 4 in Old(), 5 in Old(), [*Old()], dict(zip("abc", Old())))
class Bad:
    def __iter__(self): return 5
attempt(lambda: iter(Bad()))
class NotIterable:
    __iter__ = None
    def __getitem__(self, i): return i
attempt(lambda: iter(NotIterable()))
class Raises:
    def __iter__(self): return self
    def __next__(self): raise KeyError("inside")
attempt(lambda: list(Raises()))
attempt(lambda: next(Raises(), "default"))
def stops():
    yield 1
    raise StopIteration("early")
attempt(lambda: list(stops()))
items = [1, 2, 3]
iterator = iter(items)
next(iterator)
items.append(4)
print(list(iterator), list(iterator))
items.append(5)
print(list(iterator))
print(iterator.__length_hint__(), iter([1, 2, 3]).__length_hint__(), iter("ab").__length_hint__())
for thing in [], (), "", b"", {}, set(), range(0), {}.keys(), {}.items(), {}.values():
    print(type(iter(thing)).__name__, end=" ")
print()
