# isinstance, issubclass, type, callable and their hooks.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, int))), isinstance(1, int | str), isinstance(None, int | None))
print(issubclass(bool, int), issubclass(int, (str, object)), issubclass(bool, int | str))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: isinstance(1, (str, 5)))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 1))
attempt(lambda: isinstance(1, list[int]))
attempt(lambda: isinstance())
class Meta(type):
    def __instancecheck__(cls, value): return value == 42
    def __subclasscheck__(cls, other): return other is str
class Answer(metaclass=Meta): pass
print(isinstance(42, Answer), isinstance(41, Answer), issubclass(str, Answer), issubclass(int, Answer), isinstance(Answer(), Answer))
class Proxy:
    __class__ = int
print(isinstance(Proxy(), int), isinstance(Proxy(), Proxy), type(Proxy()) is Proxy)
print(callable(len), callable(int), callable(lambda: 0), callable(3), callable(Proxy()), callable(Proxy))
class Call:
    def __call__(self): return 1
print(callable(Call()), callable(Call().__call__))
instance = Call()
instance2 = Proxy()
instance2.__call__ = lambda: 1
print(callable(instance2))
print(type(1), type("a"), type(type), type(None), type(...), type(NotImplemented), type(len), type(lambda: 0), type(print), type([].append), type(int.__add__), type((1).__add__), type(dict.fromkeys), type(Call().__call__))
attempt(lambda: type())
attempt(lambda: type(1, 2))
attempt(lambda: type("A", 1, {}))
attempt(lambda: type("A", (int, str), {}))
attempt(lambda: type("A", (bool,), {}))
attempt(lambda: type("A", (1,), {}))
A = type("A", (), {"x": 5, "__doc__": "a class"})
print(A, A.x, A.__doc__, A.__name__, A.__bases__, A.__mro__, A.__module__)
