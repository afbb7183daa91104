# try in all its shapes: order of blocks, return and loops through finally, except*, reraising.
import sys
def shapes(what):
    log = []
    try:
        log.append("try")
        if what == "raise": raise ValueError("v")
        if what == "other": raise KeyError("k")
        if what == "return": return log
    except ValueError as e: log.append(repr(e))
    else: log.append("else")
    finally: log.append("finally")
    return log
for what in ("", "raise", "return"): print(shapes(what))
try: shapes("other")
except KeyError as e: print(repr(e))
def wins():
    try: return "try"
    finally: return "finally"
print(wins())
def swallow():
    for i in range(3):
        try: 1 / 0
        finally:
            if i < 2: continue
            break
    return i
print(swallow())
def order():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally: print("finally", i)
    else: print("never")
order()
try:
    try: raise ValueError("first")
    finally: raise KeyError("second")
except KeyError as e: print(repr(e), repr(e.__context__))
try: raise
except RuntimeError as e: print(e)
def again():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise
        except ZeroDivisionError as e: print("again", e); raise ValueError("x") from e
try: again()
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
try:
    e = 5
    try: raise OSError
    except OSError as e: pass
    e
except NameError as x: print(x)
for bad in ("raise 5", "raise ValueError from 5", "try:\n 1/0\nexcept 5: pass", "try:\n 1/0\nexcept (ValueError, 5): pass", "raise int"):
    try: exec(bad)
    except TypeError as e: print(e)
print(sys.exception(), sys.exc_info())
try: 1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, repr(sys.exception()))
    try: [][1]
    except IndexError: print(repr(sys.exception()))
    print(repr(sys.exception()))
def group(*e): return ExceptionGroup("g", list(e))
def star(g):
    try: raise g
    except* ValueError as e: print("V", repr(e))
    except* (TypeError, KeyError) as e: print("TK", repr(e))
    else: print("else")
    finally: print("finally")
star(group(ValueError(1), TypeError(2)))
star(group(group(ValueError(1), KeyError(2)), ValueError(3)))
star(ValueError("naked"))
try: star(group(OSError(1), ValueError(2)))
except ExceptionGroup as e: print("left", repr(e))
try:
    try: raise group(ValueError(1))
    except* ValueError: raise KeyError("inside")
except KeyError as e: print(repr(e), repr(e.__context__))
try:
    try: raise group(ValueError(1), TypeError(2))
    except* ValueError: raise
except ExceptionGroup as e: print(repr(e))
class Manager:
    def __init__(self, n, swallow=False): self.n = n; self.swallow = swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, e, tb): print("exit", self.n, t and t.__name__, tb is not None); return self.swallow
with Manager(1) as a, Manager(2, True) as b:
    print(a, b); raise ValueError
def through():
    with Manager(3): return "returned"
print(through())
for i in range(2):
    with Manager(i):
        if i == 0: continue
        break
class NoExit:
    def __enter__(self): pass
for bad in (5, NoExit()):
    try:
        with bad: pass
    except TypeError as e: print(e)
class BadEnter(Manager):
    def __enter__(self): raise KeyError("enter")
try:
    with BadEnter(1): print("no")
except KeyError as e: print(e)
