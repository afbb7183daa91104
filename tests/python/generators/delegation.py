"""Generators joined to pipelines; send, throw and close reach the right one."""


def lines(text):
    print("open")
    try:
        yield from text.splitlines()
    finally:
        print("closed")


def fields(rows):
    for row in rows:
        yield [part.strip() for part in row.split(",")]


def numbers(rows):
    for name, amount in rows:
        try:
            yield name, int(amount)
        except ValueError:
            print("skipped", name)


source = """a, 1
b, two
c, 3"""
print(sum(n for _, n in numbers(fields(lines(source)))))
first = next(numbers(fields(lines(source))))
print(first)


def average():
    total = count = 0
    value = None
    while True:
        try:
            value = yield value
        except ZeroDivisionError:
            total = count = 0
            value = "reset"
            continue
        total += value
        count += 1
        value = total / count


a = average()
next(a)
print(a.send(10), a.send(20), a.throw(ZeroDivisionError), a.send(3))
a.close()
try:
    a.send(1)
except StopIteration as e:
    print("ended", e.value)


def inner():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except KeyError as e:
        print("inner handled", e)
        yield "mended"
    return "inner result"


def outer():
    result = yield from inner()
    print("result", result)
    return 7


g = outer()
print(next(g), g.send("x"), g.throw(KeyError("k")))
try:
    next(g)
except StopIteration as e:
    print(e.value)


def stubborn():
    for _ in range(2):
        try:
            yield
        except GeneratorExit:
            print("no")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print("RuntimeError:", e)


def early():
    raise StopIteration(1)
    yield


try:
    next(early())
except RuntimeError as e:
    print("RuntimeError:", e, repr(e.__cause__))
g = (x * x for x in range(3))
print(g.gi_frame is not None, list(g), g.gi_frame, next(g, "empty"))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))
try:
    g = outer()
    g.send(1)
except TypeError as e:
    print(e)
