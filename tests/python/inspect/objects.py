# What kind of thing it is, its members, its source, frames.
import asyncio
import inspect
import types
from abc import ABC, abstractmethod


class Base(ABC):
    """Base doc."""
    attr = 5

    @abstractmethod
    def need(self):
        """Documented
        in lines.
        """

    def plain(self): return 1

    @property
    def prop(self):
        return 7


class Child(Base):
    def need(self):
        return [
            "a bracket",
            """and a text
that is not indented""",
        ]

    @staticmethod
    def st(): pass
    @classmethod
    def cl(cls): pass


def gen():
    yield 1


async def coro():
    pass


async def agen():
    yield


one_line = lambda x: x + 1


# A comment before
# the function.
def documented():
    """    First line.

        Indented.
    """
    if True:
        # inner comment
        return 1

after = 1
g, c = gen(), coro()
checks = [getattr(inspect, n) for n in ("ismodule", "isclass", "ismethod", "isfunction", "isgenerator", "isgeneratorfunction", "iscoroutine", "iscoroutinefunction", "isasyncgenfunction", "isawaitable", "isbuiltin", "isroutine", "isabstract")]
for o in (inspect, Base, Child, Child().need, Child.need, g, gen, c, coro, agen, len, Child.prop, documented, one_line, [].append, str.join):
    print(getattr(o, "__name__", type(o).__name__), [k.__name__ for k in checks if k(o)])
c.close()
print(inspect.getdoc(Base), "|", inspect.getdoc(Child), "|", inspect.getdoc(Child().need), "|", repr(inspect.getdoc(documented)))
print(inspect.getsource(Child.need))
print(inspect.getsource(documented))
print(inspect.getsource(Child))
print(inspect.getsource(one_line), inspect.getsourcelines(gen), inspect.getcomments(documented))
print(inspect.getfile(Child) == __file__, inspect.getsourcefile(gen) == __file__, inspect.getmodule(gen).__name__, inspect.getmodulename("a/b.py"))
print([n for n, v in inspect.getmembers(Child) if not n.startswith("_")], inspect.getmembers(Child(), inspect.ismethod)[0][0], [n for n, v in inspect.getmembers(Child, inspect.isfunction)])
print(inspect.getattr_static(Child(), "prop"). __class__.__name__, inspect.getattr_static(Child, "attr"), inspect.getattr_static(Child, "zz", None), inspect.getmro(Child) == Child.__mro__)


def outer():
    return inner()


def inner():
    frame = inspect.currentframe()
    rows = inspect.stack()
    info = inspect.getframeinfo(frame)
    return frame.f_code.co_name, frame.f_back.f_code.co_name, [r.function for r in rows], rows[0].lineno - info.lineno, info.code_context, info.index, rows[1].code_context


print(outer())


def values(a, b=2, *c, **d):
    return inspect.getargvalues(inspect.currentframe())


v = values(1, 2, 3, k=4)
print(v.args, v.varargs, v.keywords, v.locals["a"])
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
x = 1


def closure():
    y = 2
    def use():
        return x + y + len([]) + undefined_thing
    return use


cv = inspect.getclosurevars(closure())
print(cv.nonlocals, cv.globals, list(cv.builtins), cv.unbound, inspect.cleandoc("  a\n    b\n      c\n"), inspect.get_annotations(values))
for bad in (lambda: inspect.getsource(len), lambda: inspect.getsource(5), lambda: inspect.getfile(int), lambda: inspect.getattr_static(Child, "zz")):
    try:
        print(bad())
    except (TypeError, OSError, AttributeError) as e:
        print(type(e).__name__, e)
