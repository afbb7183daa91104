# Exceptions being handled: sys.exception, contexts, finally, return inside, generators in handlers, groups.
import sys
def attempt(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)
print(sys.exception(), sys.exc_info())
def nested():
    try: 1 / 0
    except ZeroDivisionError as a:
        print(type(sys.exception()).__name__)
        try: [][1]
        except IndexError as b:
            print(type(sys.exception()).__name__, b.__context__ is a, b.__suppress_context__)
        print(type(sys.exception()).__name__)
    print(sys.exception())
nested()
def final(n):
    for i in range(3):
        try:
            if n == 0: return "try"
            if n == 1: continue
            if n == 2: break
            if n == 3: raise ValueError("v")
        except ValueError: return "except"
        else: return "else"
        finally:
            print("finally", i, end=" ")
            if n == 5: return "finally wins"
    return "end"
for n in range(6): print(final(n))
def swallow():
    try: raise KeyError("lost")
    finally: return "returned"
print(swallow())
def chain():
    try:
        try: raise ValueError(1)
        finally: raise TypeError(2)
    except TypeError as e: return e.__context__, e.__cause__
print(chain())
def gen():
    try: yield 1
    except ValueError:
        print("in gen", repr(sys.exception()), repr(sys.exception().__context__))
        yield 2
    print(sys.exception())
    yield 3
g = gen(); next(g)
try: raise KeyError("outer")
except KeyError:
    g.throw(ValueError("thrown")); print(repr(sys.exception())); next(g)
e = ValueError("a", 1); e.extra = 5; e.add_note("n")
print(e.args, e.extra, e.__notes__, repr(e), str(e), e.__traceback__, e.with_traceback(None) is e, e.__dict__["extra"])
attempt(lambda: e.add_note(5))
attempt(lambda: setattr(e, "__cause__", 5))
attempt(lambda: setattr(e, "__context__", 5))
attempt(lambda: setattr(e, "__traceback__", 5))
attempt(lambda: setattr(e, "args", 5))
e.args = "xy"; print(e.args)
def reraise():
    try: {}["k"]
    except KeyError as e:
        e.add_note("seen"); raise
try: reraise()
except KeyError as e: print(e.__notes__, e.__traceback__.tb_next.tb_lineno - e.__traceback__.tb_next.tb_frame.f_code.co_firstlineno)
def bare():
    raise
attempt(bare)
class A(Exception): pass
class B(A): pass
for order in ((A, B), (B, A)):
    try: raise B("b")
    except order[0] as x: print(order[0].__name__)
    except order[1]: print("second")
try: raise B
except (KeyError, A) as x: print(type(x).__name__, x.args)
try:
    try: raise B
    except 5: pass
except TypeError as x: print(x)
try:
    try: raise B
    except (A, "s"): pass
except B: print("matched before the bad one")
eg = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)]), OSError(4)])
print(eg, repr(eg), eg.message, eg.exceptions[1].exceptions, eg.subgroup(TypeError), eg.split(ValueError), eg.subgroup(lambda x: isinstance(x, KeyError)), eg.derive([KeyError()]))
try:
    try: raise eg
    except* (ValueError, KeyError) as m: print("first", repr(m)); raise RuntimeError("from handler")
    except* TypeError as m: print("second", repr(m))
except BaseException as out: print(repr(out), [repr(x) for x in out.exceptions])
try:
    try: raise ValueError("single")
    except* ValueError as m: print(repr(m))
except Exception as z: print("no", z)
attempt(lambda: ExceptionGroup("g", []))
attempt(lambda: ExceptionGroup("g", [1]))
attempt(lambda: ExceptionGroup(1, [ValueError()]))
attempt(lambda: ExceptionGroup("g", [KeyboardInterrupt()]))
print(type(BaseExceptionGroup("g", [ValueError()])).__name__, type(BaseExceptionGroup("g", [KeyboardInterrupt()])).__name__)
attempt(lambda: (_ for _ in ()).throw(StopIteration("s")))
for x in (KeyError("k"), KeyError(), KeyError(1, 2), OSError(2, "m", "f"), OSError("x"), StopIteration(5), SystemExit(3), UnicodeDecodeError("u", b"ab", 0, 1, "r"), SyntaxError("m", ("f", 1, 2, "t")), ImportError("m", name="n", path="p"), AttributeError("m", name="n", obj=1), NameError("m", name="q"), AssertionError(), MemoryError()):
    print(repr(x), "|", str(x), "|", x.args)
