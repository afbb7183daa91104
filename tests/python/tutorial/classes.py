# A first course: scopes and namespaces, classes, inheritance, private names, iterators, generators.
def scope_test():
    def do_local(): spam = "local spam"
    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal spam"
    def do_global():
        global spam
        spam = "global spam"
    spam = "test spam"
    do_local(); print("After local assignment:", spam)
    do_nonlocal(); print("After nonlocal assignment:", spam)
    do_global(); print("After global assignment:", spam)
scope_test(); print("In global scope:", spam)
class MyClass:
    """A simple example class"""
    i = 12345
    def f(self): return "hello world"
x = MyClass(); print(MyClass.i, x.f(), MyClass.__doc__, MyClass.f(x)); x.counter = 1
while x.counter < 10: x.counter *= 2
print(x.counter); del x.counter; xf = x.f; print(xf(), xf.__self__ is x, xf.__func__ is MyClass.f)
class Complex:
    def __init__(self, realpart, imagpart): self.r, self.i = realpart, imagpart
c = Complex(3.0, -4.5); print(c.r, c.i)
class Dog:
    kind = "canine"
    tricks = []
    def __init__(self, name): self.name, self.own = name, []
    def add_trick(self, trick): self.tricks.append(trick); self.own.append(trick)
d, e = Dog("Fido"), Dog("Buddy"); d.add_trick("roll over"); e.add_trick("play dead"); print(d.kind, e.name, d.tricks, e.own)
class Warehouse: purpose, region = "storage", "west"
w1, w2 = Warehouse(), Warehouse(); w2.region = "east"; print(w1.purpose, w1.region, w2.purpose, w2.region)
def f1(self, x, y): return min(x, x + y)
class C:
    f = f1
    def g(self): return "hello world"
    h = g
print(C().f(1, 2), C().h(), C.h is C.g)
class Bag:
    def __init__(self): self.data = []
    def add(self, x): self.data.append(x)
    def addtwice(self, x): self.add(x); self.add(x)
b = Bag(); b.addtwice("q"); print(b.data)
class Mapping:
    def __init__(self, iterable): self.items_list = []; self.__update(iterable)
    def update(self, iterable):
        for item in iterable: self.items_list.append(item)
    __update = update
class MappingSubclass(Mapping):
    def update(self, keys, values):
        for item in zip(keys, values): self.items_list.append(item)
m = MappingSubclass("ab"); m.update("x", [1]); print(m.items_list, isinstance(m, Mapping), [n for n in vars(Mapping) if "update" in n])
from dataclasses import dataclass
@dataclass
class Employee:
    name: str
    dept: str
    salary: int = 0
john = Employee("john", "computer lab", 1000); print(john, john.dept, john == Employee("john", "computer lab", 1000))
class Reverse:
    """Iterator for looping over a sequence backwards."""
    def __init__(self, data): self.data, self.index = data, len(data)
    def __iter__(self): return self
    def __next__(self):
        if self.index == 0: raise StopIteration
        self.index = self.index - 1
        return self.data[self.index]
for char in Reverse("spam"): print(char, end=" ")
def reverse(data):
    for index in range(len(data) - 1, -1, -1): yield data[index]
print(list(reverse("golf")), sum(i * i for i in range(10)), sum(x * y for x, y in zip([10, 20, 30], [7, 5, 3])), list(data for data in reverse("ab")))
s = "abc"; it = iter(s); print(type(it), next(it), next(it), next(it))
try: next(it)
except StopIteration as stop: print(repr(stop))
import statistics, random, datetime, math
print(statistics.mean([2.75, 1.75, 1.25]), statistics.median([1, 3, 2]), math.cos(math.pi / 4), datetime.date(2003, 12, 2).strftime("%m-%d-%y. %d %b %Y is a %A on the %d day of %B."), (datetime.date(2003, 12, 2) - datetime.date(1964, 7, 31)).days)
import textwrap, string
print(textwrap.fill("The wrap() method is just like fill() except that it returns a list of strings instead of one big string", width=40), string.Template("${village}folk send $$10 to $cause.").substitute(village="Nottingham", cause="the ditch fund"))
