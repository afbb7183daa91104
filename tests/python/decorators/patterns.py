# Decorators: order, arguments, classes, methods, stacked, with state.
import functools
def trace(label):
    print("make", label)
    def decorate(function):
        print("decorate", label, function.__name__)
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print("enter", label, args, kwargs)
            result = function(*args, **kwargs)
            print("leave", label, result)
            return result
        return wrapper
    return decorate

@trace("outer")
@trace("inner")
def add(a, b=1):
    "adds"
    return a + b
print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5))

def register(registry):
    def decorate(thing):
        registry[thing.__name__] = thing
        return thing
    return decorate
found = {}
@register(found)
class Thing: pass
@register(found)
def function(): pass
print(sorted(found), found["Thing"] is Thing)

class Count:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0
    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)
    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)
class Service:
    @Count
    def ping(self, n): return n * 2
service = Service()
print(service.ping(2), service.ping(3), Service.ping.calls, Service.ping.__name__)

def memoize(function):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper
@memoize
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))

handlers = [lambda f: f.__name__.upper()]
@handlers[0]
def shouted(): pass
print(shouted)
@(lambda c: type(c.__name__ + "2", (c,), {"extra": 1}))
class Base: x = 0
print(Base.__name__, Base.x, Base.extra)
def validate(**types):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(**given):
            for name, kind in types.items():
                if not isinstance(given.get(name), kind):
                    raise TypeError(f"{name} must be {kind.__name__}, not {type(given.get(name)).__name__}")
            return function(**given)
        return wrapper
    return decorate
@validate(age=int, name=str)
def person(age, name): return f"{name} ({age})"
print(person(age=3, name="Ada"))
try: person(age="3", name="Ada")
except TypeError as error: print(error)
class Temperature:
    def __init__(self): self._c = 0
    @property
    def celsius(self): return self._c
    @celsius.setter
    def celsius(self, value): self._c = value
    @celsius.deleter
    def celsius(self): self._c = None
    @functools.cached_property
    def slow(self):
        print("computed")
        return self._c * 2
t = Temperature()
t.celsius = 20
print(t.celsius, t.slow, t.slow)
del t.celsius
print(t.celsius)
try:
    @undefined
    def never(): pass
except NameError as error: print(error)
