# Importing own files: packages, relative imports, namespace packages, circles, errors, reload, __all__.
import sys, os
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
def attempt(code):
    space = {"__name__": "trial"}
    try: exec(code, space); print("fine", sorted(k for k in space if not k.startswith("__")))
    except BaseException as e: print(type(e).__name__, str(e).split(" (/")[0], getattr(e, "name", None))
import _shop
print(_shop.__name__, _shop.__doc__, _shop.__package__, _shop.__file__.endswith("_shop/__init__.py"), len(_shop.__path__), _shop.prices.__name__, _shop.add_up(["pen"]), _shop.lazy)
print("_shop.prices" in sys.modules, sys.modules["_shop"] is _shop, type(_shop))
attempt("from _shop import *")
attempt("import _shop.later as l; v = l.value; print(v)")
attempt("from _shop import later, version as v")
attempt("from _shop import nothing"); attempt("import _shop.nothing"); attempt("import nothing_at_all"); attempt("import nothing.at.all"); attempt("from nothing import x"); attempt("from . import x"); attempt("from .x import y"); attempt("import _shop.prices.rates"); attempt("import _broken"); attempt("import _broken"); attempt("import _bad_syntax"); attempt("from sys import nope"); attempt("import sys.path"); attempt("from math import sqrt as root, pi")
print("_broken" in sys.modules)
import _circle_a
print(_circle_a.x)
from _shop.prices import total as t, rates
print(t(["pen"]), rates)
import importlib
again = importlib.import_module("_shop.prices"); print(again is sys.modules["_shop.prices"], importlib.import_module("._helpers", "_shop").tax(4))
rates["pen"] = 100; importlib.reload(again); print(again.rates, rates)
try: _shop.missing_attribute
except AttributeError as e: print(e)
try: sys.no_such
except AttributeError as e: print(e)
import math as m; m.own = 5; import math; print(math.own, m is math); del math.own
module = type(sys)("made", "doc"); module.x = 1; sys.modules["made"] = module
import made; from made import x; print(made, x, made.__doc__, vars(made)["x"])
print(__import__("math").floor(2.5), __import__("_shop.prices").__name__, __import__("_shop.prices", fromlist=["rates"]).__name__)
sys.modules["blocked"] = None; attempt("import blocked")
def inside():
    import math
    from math import tau
    return math.floor(tau)
print(inside(), "tau" in globals())
try: exec("def f():\n    from math import *")
except SyntaxError as e: print(e.msg)
