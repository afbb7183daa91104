# signature(): parameters, binding, text.
import functools
import inspect
from inspect import BoundArguments, Parameter, Signature, signature


def f(a, /, b: int, c=3, *args, d, e: "str" = "x", **kw) -> list[int]:
    pass


s = signature(f)
print(s, repr(s), s.return_annotation, list(s.parameters))
for p in s.parameters.values():
    print(p, repr(p), p.name, p.kind, p.kind.description, p.default is Parameter.empty, p.annotation is inspect.Parameter.empty)
b = s.bind(1, 2, d=4, z=9)
print(b, b.args, b.kwargs, b.arguments)
b.apply_defaults()
print(b, b.arguments, s.bind_partial(1), b.signature is s)


class C:
    def __init__(self, x, y=2):
        pass

    def method(self, q, *, r=None):
        pass

    @classmethod
    def cm(cls, z):
        pass

    @staticmethod
    def sm(z=1):
        pass

    def __call__(self, w):
        pass


class New:
    def __new__(cls, n):
        return object.__new__(cls)


class Plain:
    pass


for o in (C, C.method, C(1).method, C.cm, C.sm, C(1), New, Plain, lambda: 0, lambda *a, **k: 0, functools.partial(f, 1, c=5), functools.partial(f, 1, 2), len, print.__class__ and len):
    print(signature(o))


@functools.wraps(f)
def wrapper(*args):
    pass


print(signature(wrapper), signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is f)
made = Signature([Parameter("x", Parameter.POSITIONAL_ONLY), Parameter("y", Parameter.KEYWORD_ONLY, default=3, annotation=int)], return_annotation=str)
print(made, made == made.replace(), made.replace(parameters=[]), hash(made) == hash(made.replace()), made.parameters["y"].replace(default=4))


def bad(call):
    try:
        print("no error:", call())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


bad(lambda: s.bind())
bad(lambda: s.bind(1))
bad(lambda: s.bind(1, 2))
bad(lambda: s.bind(1, b=2, a=3, d=1))
bad(lambda: signature(C.method).bind(1, 2, 3))
bad(lambda: signature(C.method).bind(1, 2, zz=3))
bad(lambda: signature(C.method).bind(1, 2, self=3))
bad(lambda: signature(5))
bad(lambda: Parameter("1x", Parameter.KEYWORD_ONLY))
bad(lambda: Parameter("x", Parameter.VAR_POSITIONAL, default=1))
bad(lambda: Parameter(5, Parameter.KEYWORD_ONLY))
bad(lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)]))
bad(lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY)] * 2))
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(C.method), inspect.getcallargs(lambda a, b=2: 0, 1))


def checked(func):
    sig = signature(func)

    @functools.wraps(func)
    def inner(*args, **kwargs):
        bound = sig.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            expected = sig.parameters[name].annotation
            if expected is not Parameter.empty and not isinstance(value, expected):
                raise TypeError(f"{name} must be {expected.__name__}")
        return func(*args, **kwargs)
    return inner


@checked
def add(x: int, y: int = 1):
    return x + y


print(add(1), add(1, y=5), signature(add))
bad(lambda: add("1"))
