# raise in all its forms, else and finally, nested handlers, what the context becomes.
def attempt(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(repr(e), "| cause", repr(e.__cause__), "| context", repr(e.__context__), e.__suppress_context__)
def raiser(x, cause="absent"):
    if cause == "absent": raise x
    raise x from cause
attempt(lambda: raiser(ValueError)); attempt(lambda: raiser(ValueError("v"))); attempt(lambda: raiser(5)); attempt(lambda: raiser("text")); attempt(lambda: raiser(None)); attempt(lambda: raiser(int))
attempt(lambda: raiser(ValueError("v"), KeyError("k"))); attempt(lambda: raiser(ValueError("v"), KeyError)); attempt(lambda: raiser(ValueError("v"), None)); attempt(lambda: raiser(ValueError("v"), 5))
def bare(): raise
attempt(bare)
def reraise():
    try: 1 / 0
    except ZeroDivisionError: raise
attempt(reraise)
def chained():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("while handling")
attempt(chained)
def hidden():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("hidden") from None
attempt(hidden)
def in_finally():
    try: raise ValueError("first")
    finally: raise KeyError("from finally")
attempt(in_finally)
def swallowed():
    try: raise ValueError("lost")
    finally: return "finally returns"
attempt(swallowed)
def flow(n):
    out = []
    try:
        out.append("try")
        if n == 1: raise ValueError
        if n == 2: raise KeyError
        if n == 3: return out
    except ValueError: out.append("except")
    else: out.append("else")
    finally: out.append("finally"); print(n, out)
    return out
for n in range(4): attempt(lambda: flow(n))
def many(e):
    try: raise e
    except (KeyError, IndexError) as error: return "lookup", error.args
    except ArithmeticError: return "arithmetic"
    except OSError as error: return "os", error.errno
    except: return "anything"
for e in KeyError("k", 1), IndexError(), ZeroDivisionError(), OSError(2, "x"), SystemExit(1), KeyboardInterrupt(): attempt(lambda: many(e))
def bad_handler():
    try: raise ValueError("v")
    except 5: pass
attempt(bad_handler)
def bad_tuple():
    try: raise ValueError("v")
    except (KeyError, "x"): pass
attempt(bad_tuple)
def unneeded():
    try: pass
    except undefined_name: pass
    return "never evaluated"
attempt(unneeded)
class Custom(Exception):
    def __init__(self, code, text): super().__init__(text); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
attempt(lambda: raiser(Custom(5, "custom")))
try: raise Custom(1, "a")
except Custom as c: print(str(c), c.code, c.args, repr(c))
class Needs(Exception):
    def __init__(self, a): self.a = a
attempt(lambda: raiser(Needs))
e = ValueError("kept")
try: raise e
except ValueError as same: print(same is e, e.__traceback__ is not None)
e2 = e.with_traceback(None); print(e2 is e, e.__traceback__)
e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
attempt(lambda: e.add_note(5))
import sys
def info():
    try: raise KeyError("k")
    except KeyError:
        a = sys.exc_info()[0]
        try: raise ValueError
        except ValueError: b = sys.exc_info()[0]
        c = sys.exc_info()[0]
    return a, b, c, sys.exc_info(), sys.exception()
attempt(info)
def loop_context():
    errors = []
    for i in range(3):
        try:
            try: raise ValueError(i)
            except ValueError: raise KeyError(i)
        except KeyError as error: errors.append((error.args, error.__context__.args))
    return errors
attempt(loop_context)
