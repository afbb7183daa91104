# The exception tree, construction, str and repr, special attributes.
import builtins
names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException) and n[0] != '_')
for n in names:
    c = getattr(builtins, n)
    print(n, "<", ", ".join(b.__name__ for b in c.__bases__))
print(repr(ValueError()), repr(ValueError("a")), repr(ValueError("a", 2)), str(ValueError()), str(ValueError("a")), str(ValueError("a", 2)), str(ValueError(["x"])), str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()))
o = OSError(2, "No such file", "name.txt")
print(o, repr(o), type(o), o.errno, o.strerror, o.filename, o.filename2, o.args)
print(repr(OSError(13, "x")), type(OSError(17, "")).__name__, type(OSError(4, "")).__name__, type(OSError(32, "")).__name__, type(OSError(111, "")).__name__, type(OSError(9999, "")).__name__, OSError("one").errno, str(OSError(1, "a", "b", None, "c")))
print(IOError is OSError, EnvironmentError is OSError)
s = StopIteration(3, 4); print(s.value, s.args, StopIteration().value)
x = SystemExit(5); print(x.code, SystemExit().code, SystemExit(1, 2).code)
a = AttributeError("m", name="n", obj=5); print(a.name, a.obj, AttributeError().name, a)
n = NameError("m", name="q"); print(n.name, ImportError("i", name="mod", path="p").name, ImportError("i", path="p").path, ModuleNotFoundError("x", name="x"))
u = UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "invalid start byte"); print(u, u.encoding, u.object, u.start, u.end, u.reason)
print(UnicodeEncodeError("ascii", "é漢", 0, 1, "why"), "|", UnicodeEncodeError("ascii", "é漢", 0, 2, "why"), "|", UnicodeTranslateError("é", 0, 1, "why"))
se = SyntaxError("bad", ("f.py", 3, 5, "text here", 3, 8)); print(se, se.msg, se.filename, se.lineno, se.offset, se.text, se.end_lineno, se.end_offset)
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: ImportError("a", bogus=1)); attempt(lambda: ValueError(x=1)); attempt(lambda: SyntaxError("a", (1,)))
attempt(lambda: BaseExceptionGroup("m", [])); attempt(lambda: ExceptionGroup("m", [KeyboardInterrupt()])); attempt(lambda: ExceptionGroup("m", [1])); attempt(lambda: ExceptionGroup(1, [ValueError()]))
attempt(lambda: BaseExceptionGroup("m", [ValueError()])); attempt(lambda: BaseExceptionGroup("m", [KeyboardInterrupt()]))
class E(Exception): pass
class F(E, KeyError): pass
print(F.__mro__, str(F("k")), issubclass(F, LookupError))
class Odd(ValueError):
    def __new__(cls, *args): self = super().__new__(cls, "new args"); return self
    def __init__(self, *args): pass
print(Odd(1, 2).args, repr(Odd(1)))
e = Exception(1); e.args = (2, 3); print(e, repr(e)); attempt(lambda: setattr(e, "args", 5)); e.extra = 1; print(e.__dict__)
attempt(lambda: setattr(e, "__cause__", 5)); attempt(lambda: setattr(e, "__traceback__", 5)); attempt(lambda: e.with_traceback(5)); attempt(lambda: delattr(e, "args"))
e.__cause__ = ValueError(); print(e.__suppress_context__, repr(e.__cause__)); print(ValueError("a") == ValueError("a"))
