# Warnings go through filters: once per place, errors, silence, records.
import io
import sys
import warnings
from contextlib import redirect_stderr


def told(f, *args, **kw):
    out = io.StringIO()
    with redirect_stderr(out):
        try:
            f(*args, **kw)
        except Warning as w:
            print("raised", type(w).__name__, w)
    return out.getvalue().replace(__file__, "FILE")


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)


def plain():
    warnings.warn("careful")


print(told(plain))
print(repr(told(plain)))
print(told(lambda: old()))
print(told(lambda: warnings.warn(ImportWarning("hidden"))), end="")
print(told(lambda: warnings.warn(UserWarning("an instance"), ValueError)))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    plain()
    plain()
    old()
    warnings.warn("third", FutureWarning)
for w in log:
    print(w.category.__name__, w.message, w.lineno, type(w.message).__name__, w.filename == __file__)
print(len(log), str(log[0]).replace(__file__, "FILE"))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    told(plain)
    try:
        old()
    except DeprecationWarning as w:
        print("caught", w)
with warnings.catch_warnings(action="ignore"):
    print(repr(told(plain)))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for i in range(3):
        warnings.warn("same place")
        warnings.warn(f"number {i}")
print([str(w.message) for w in log])
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("once")
    warnings.warn("once")
    warnings.warn("once")
    warnings.resetwarnings()
    print(warnings.filters)
print(len(log))
with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.simplefilter("error", UserWarning, append=True)
    print([(f[0], f[2].__name__) for f in warnings.filters])
    told(plain)
    print(repr(told(old)))
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "  the line "), end="")
print(told(warnings.warn_explicit, "explicit", UserWarning, "some.py", 42))
print(told(warnings.showwarning, "shown", RuntimeWarning, "x.py", 7, line="code()"))


def error(f):
    try:
        f()
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


error(lambda: warnings.simplefilter("loud"))
error(lambda: warnings.warn("x", int))
error(lambda: warnings.simplefilter("error", lineno=-1))
error(lambda: warnings.filterwarnings("error", category=int))


def entered_twice():
    c = warnings.catch_warnings()
    with c, c:
        pass


error(entered_twice)
seen = []
original = warnings.showwarning
warnings.showwarning = lambda message, category, *rest: seen.append((str(message), category.__name__))
warnings.warn("custom")
warnings.showwarning = original
print(seen, repr(warnings.catch_warnings(record=True)))


@warnings.deprecated("use new_function")
def old_function():
    return 5


@warnings.deprecated("use New")
class Old:
    pass


print(old_function.__deprecated__, Old.__deprecated__, old_function.__name__)
print(told(lambda: old_function()))
print(told(lambda: Old()))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    eval("1 is 1")
    compile("assert (1, 'x')", "code.py", "exec")
print([(w.category.__name__, str(w.message)) for w in log])
