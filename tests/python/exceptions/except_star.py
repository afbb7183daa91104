# except*: splitting, nesting, what is left over, raising inside, naked exceptions.
def attempt(call):
    try: print("result", call())
    except BaseException as e: show(e)
def show(e, depth=0):
    print("  " * depth + type(e).__name__, e, "| notes", getattr(e, "__notes__", None))
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions: show(inner, depth + 1)
def handle(group):
    try: raise group
    except* ValueError as v: print("values", [e.args for e in v.exceptions])
    except* (KeyError, IndexError) as k: print("lookups", [repr(e) for e in k.exceptions])
    else: print("else")
    finally: print("finally")
    return "done"
attempt(lambda: handle(ExceptionGroup("g", [ValueError(1), KeyError("k"), ValueError(2)])))
attempt(lambda: handle(ExceptionGroup("g", [ValueError(1), TypeError("left")])))
attempt(lambda: handle(ExceptionGroup("g", [ExceptionGroup("inner", [ValueError(1), OSError("o")]), IndexError()])))
attempt(lambda: handle(ValueError("naked")))
attempt(lambda: handle(TypeError("naked, not handled")))
def nothing():
    try: pass
    except* ValueError: print("never")
    else: print("else")
nothing()
def raising():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("from handler")
attempt(raising)
def both():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as v: raise RuntimeError("a") from v
    except* TypeError: raise
attempt(both)
def reraise():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
attempt(reraise)
def bad():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup: pass
attempt(bad)
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [KeyError(2), ValueError(3)])])
g.add_note("a note")
m, rest = g.split(ValueError); show(m); show(rest)
show(g.subgroup(KeyError)); print(g.subgroup(OSError), g.split(OSError)[1] is g or g.split(OSError)[0])
show(g.subgroup(lambda e: getattr(e, "args", None) == (3,)))
print(g.message, g.exceptions, repr(g), str(g))
d = g.derive([OSError()]); print(repr(d))
class Mine(ExceptionGroup):
    def derive(self, excs): return Mine(self.message + "!", excs)
show(Mine("m", [ValueError(), KeyError()]).subgroup(KeyError))
print(isinstance(ExceptionGroup("x", [ValueError()]), Exception), isinstance(BaseExceptionGroup("x", [SystemExit()]), Exception))
for call in (lambda: g.split(5), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", ValueError()), lambda: g.split((ValueError, 5))): 
    try: call()
    except TypeError as e: print(e)
def in_loop():
    seen = []
    for n in range(3):
        try: raise ExceptionGroup("loop", [ValueError(n)])
        except* ValueError as e: seen.append(e.exceptions[0].args[0])
    return seen
print(in_loop())
