# What a traceback report looks like: causes, contexts, notes, groups, syntax errors, recursion.
import sys, io
def report(function):
    try:
        function()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
sys.stderr = sys.stdout
def zero(): return 1 / 0
def wrap():
    try: zero()
    except ZeroDivisionError as e: raise ValueError("wrapped") from e
def during():
    try: zero()
    except ZeroDivisionError: {}["missing"]
def hidden():
    try: zero()
    except ZeroDivisionError: raise KeyError("hidden") from None
def noted():
    e = TypeError("with notes")
    e.add_note("first"); e.add_note("second\nline")
    raise e
def group():
    errors = []
    for f in (zero, noted):
        try: f()
        except Exception as e: errors.append(e)
    raise ExceptionGroup("several", errors + [ExceptionGroup("inner", [OSError(2, "nothing")])])
def syntax(): compile("a = (1,\nb = 2", "<made>", "exec")
def indentation(): exec("if x:\npass")
def deep(n=0): return deep(n + 1)
def empty(): raise ValueError
def multi(): raise ValueError("two\nlines")
class Quiet(Exception):
    def __str__(self): return ""
class Broken(Exception):
    def __str__(self): raise RuntimeError("str failed")
def quiet(): raise Quiet("x")
def broken(): raise Broken("x")
def long_call():
    return max(
        1,
        zero(),
        3,
    )
def chain():
    x = {"a": [1, {"b": None}]}
    return x["a"][1]["b"]["c"]
def attribute(): return "text".uper()
def name(): return prnt(1)
def unpack(): a, b = 1, 2, 3
def binary(): return (1 + 2) * "x" / 3
def lambda_(): return (lambda v: v.nope)(5)
def comp(): return [1 / (i - 2) for i in range(5)]
def gen(): return sum(1 / (i - 2) for i in range(5))
def assertion(): assert 1 == 2, f"{1} is not {2}"
def exits(): raise SystemExit(3)
def interrupt(): raise KeyboardInterrupt
for f in (zero, wrap, during, hidden, noted, group, syntax, indentation, empty, multi, quiet, broken, long_call, chain, attribute, name, unpack, binary, lambda_, comp, gen, assertion, exits, interrupt):
    print("---", f.__name__)
    report(f)
try:
    deep()
except RecursionError as e:
    print(e)
class Meta(type): pass
class Weird(Exception, metaclass=Meta): __module__ = "my.module"
def weird(): raise Weird(1, 2)
report(weird)
try:
    raise 5
except TypeError as e: print(e)
try:
    raise ValueError from 5
except TypeError as e: print(e)
