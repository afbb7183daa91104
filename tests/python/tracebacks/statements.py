# Tracebacks through statements: with, for, raise, import, class bodies, decorators, nested functions, recursion.
import sys, traceback
def show(f, *a):
    try: f(*a)
    except BaseException: traceback.print_exc(file=sys.stdout)
def with_enter():
    with 5 as x: pass
def with_body():
    class M:
        def __enter__(self): return self
        def __exit__(self, *a): raise KeyError("exit")
    with M():
        raise ValueError("body")
def for_iter():
    for x in 5: pass
def for_next():
    def g():
        yield 1
        raise ValueError("in generator")
    for x in g():
        pass
def raise_from():
    try: {}["missing"]
    except KeyError as e: raise RuntimeError("wrapped") from e
def raise_in_finally():
    try: 1 / 0
    finally: raise OSError("finally")
def importing(): import no_such_module
def import_from(): from sys import no_such_name
def class_body():
    class C:
        x = 1
        y = x.z
def decorator():
    @print.nope
    def f(): pass
def default_argument():
    def f(a=1 / 0): pass
def recursive(n=3):
    if n == 0: raise ValueError("bottom")
    recursive(n - 1)
def deep(n=30):
    if n == 0: raise ValueError("deep")
    deep(n - 1)
def ping(n):
    if not n: raise ValueError("ping")
    pong(n - 1)
def pong(n): ping(n)
def long_chain():
    try:
        try: raise ValueError(1)
        except ValueError: raise TypeError(2)
    except TypeError: raise KeyError(3)
def hidden():
    try: raise ValueError(1)
    except ValueError: raise TypeError(2) from None
def notes():
    e = ValueError("noted"); e.add_note("first note"); e.add_note("second\nwith two lines"); raise e
def group():
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
def no_text(): raise ValueError
def multi_line_text(): raise ValueError("line one\nline two")
def exit_code(): raise SystemExit(3)
def custom():
    class Custom(Exception):
        def __str__(self): return "custom text"
    raise Custom(1, 2)
def bad_str():
    class Bad(Exception):
        def __str__(self): raise ValueError
    raise Bad
def property_error():
    class C:
        @property
        def p(self): return self.q
    C().p
def suggestion_attribute():
    class Person: first_name = "a"
    Person().frist_name
def suggestion_name():
    counter = 1
    return countre
def suggestion_self():
    class C:
        def __init__(self): self.value = 1
        def get(self): return value
    C().get()
def assertion(): assert 1 == 2
def exec_text(): exec("a = 1\nb = a / 0\n")
for f in (with_enter, with_body, for_iter, for_next, raise_from, raise_in_finally, importing, import_from, class_body, decorator, default_argument, recursive, deep, lambda: ping(4), long_chain, hidden, notes, group, no_text, multi_line_text, exit_code, custom, bad_str, property_error, suggestion_attribute, suggestion_name, assertion, exec_text):
    show(f)
