# Exceptions as objects: args, text, attributes, pickling parts.
for e in [Exception(), Exception("a"), Exception("a", 1), ValueError("x"), KeyError("k"), KeyError(), KeyError(1, 2),
          StopIteration(), StopIteration(5), SystemExit(), SystemExit(3), SystemExit(1, 2), OSError(), OSError("msg"),
          OSError(2, "No such file"), OSError(2, "No such file", "name"), OSError(2, "x", "a", None, "b"),
          ImportError("m", name="n", path="p"), AttributeError("a", name="n", obj=1), NameError("n", name="q"),
          SyntaxError("bad", ("f.py", 3, 4, "text")), SyntaxError("bad"), SyntaxError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "r"),
          UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 2, "r"), UnicodeEncodeError("ascii", "\xe9", 0, 1, "r"),
          UnicodeEncodeError("ascii", "\u20ac", 0, 1, "r"), UnicodeEncodeError("ascii", "ab", 0, 2, "r"),
          UnicodeTranslateError("\xe9", 0, 1, "r"), SyntaxError("bad", ("f.py", None, None, None))]:
    print(type(e).__name__, repr(e), "|", str(e), "|", e.args)
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
e = OSError(2, "No such file", "name")
print(e.errno, e.strerror, e.filename, e.filename2, type(e))
for n in [1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 104, 110, 111, 999]:
    print(n, type(OSError(n, "x")).__name__)
e = ImportError("m", name="n", path="p"); print(e.msg, e.name, e.path)
e = AttributeError("a", name="n", obj=1); print(e.name, e.obj)
e = SyntaxError("bad", ("f.py", 3, 4, "text", 3, 6)); print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
e = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "r"); print(e.encoding, e.object, e.start, e.end, e.reason)
for make in [lambda: Exception(a=1), lambda: ValueError(x=2), lambda: AttributeError(q=1), lambda: ImportError("a", b=1),
             lambda: UnicodeDecodeError("a"), lambda: UnicodeDecodeError(1, b"", 0, 1, "r"), lambda: NameError("a", obj=1)]:
    try: make()
    except TypeError as e: print(e)
e = Exception("x")
e.extra = 1
print(e.__dict__, e.extra, e.__traceback__, e.__context__, e.__cause__, e.__suppress_context__)
for name, value in [("__traceback__", 1), ("__context__", 1), ("__cause__", 1), ("args", 1)]:
    try: setattr(e, name, value)
    except TypeError as err: print(name, err)
for name in ["__traceback__", "__context__", "__cause__", "args"]:
    try: delattr(e, name)
    except TypeError as err: print(name, err)
e.args = [1, 2]; print(e.args, str(e))
e.__cause__ = ValueError("c"); print(e.__suppress_context__, repr(e.__cause__))
print(e.with_traceback(None) is e)
e.add_note("one"); e.add_note("two"); print(e.__notes__)
try: e.add_note(1)
except TypeError as err: print(err)
try: Exception().__notes__
except AttributeError as err: print(err)
class Mine(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
    def __str__(self): return f"mine {self.args} {self.b}"
try: raise Mine(1, 2)
except Mine as e: print(e, repr(e), e.args, e.__traceback__ is not None)
class MyOS(OSError):
    def __init__(self, *a, **k):
        super().__init__(*a)
        self.k = k
e = MyOS(2, "txt", "fn", z=1); print(e.errno, e.filename, e.args, e.k, e)
print(Exception("a").__reduce__(), ValueError("a", 1).__reduce__())
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__)
print([c.__name__ for c in TimeoutError.__mro__], IOError is OSError, EnvironmentError is OSError)
def raised(x):
    try: raise x
    except BaseException as e: return repr(e)
for x in [ValueError, ValueError("a"), 1, int, None, "s"]:
    print(raised(x))
class NotReally:
    def __new__(cls): return 1
class Odd(Exception):
    def __new__(cls): return 1
print(raised(Odd))
try:
    try: 1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second")
except KeyError as e:
    print(repr(e.__context__), e.__context__ is not None, e.__cause__)
try:
    try: 1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second") from first
except KeyError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try: raise KeyError("x") from None
except KeyError as e: print(e.__cause__, e.__suppress_context__)
try: raise KeyError("x") from 1
except TypeError as e: print(e)
try: raise KeyError("x") from ValueError
except KeyError as e: print(repr(e.__cause__))
