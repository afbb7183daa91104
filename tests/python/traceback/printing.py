# print_exc, format_exc and the rest write what the interpreter writes.
import io
import os
import sys
import traceback


def clean(text):
    return text.replace(os.path.dirname(__file__) + os.sep, "")


def inner(x):
    return 10 / x + len("abc")


def outer():
    values = {"a": 1}
    return inner(values["a"] - 1)


try:
    outer()
except ZeroDivisionError as e:
    print(clean(traceback.format_exc()))
    traceback.print_exc(file=sys.stdout, limit=0)
    print(clean("".join(traceback.format_exception(e, limit=1))))
    print(clean("".join(traceback.format_exception(e, limit=-1))))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(clean("".join(traceback.format_tb(e.__traceback__))))
    out = io.StringIO()
    traceback.print_exception(type(e), e, e.__traceback__, file=out)
    print(clean(out.getvalue()))
    traceback.print_tb(e.__traceback__, limit=0, file=sys.stdout)
    rows = traceback.format_exception(e)
    print(len(rows), rows[0], rows[-1], sep="|")

try:
    try:
        {}["missing"]
    except KeyError as e:
        raise ValueError("wrong\nvalue") from e
except ValueError:
    print(clean(traceback.format_exc()))
    print(clean(traceback.format_exc(chain=False)))
try:
    try:
        [][0]
    except IndexError:
        undefined_name
except NameError as e:
    e.add_note("a note")
    e.add_note("of two\nlines")
    print(clean(traceback.format_exc()))
    print(traceback.format_exception_only(e))

print(traceback.format_exc(), end="")
for args in ((None,), (ValueError("x"),), (KeyError("k"),), (type(None), None), (ValueError, ValueError("two args"))):
    print(traceback.format_exception_only(*args))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no text")


class Outer:
    class Nested(Exception):
        pass


print(traceback.format_exception_only(Odd()), traceback.format_exception_only(Outer.Nested("deep")))
try:
    compile("x = (1,\ny = 2", "file.py", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e))


def recurse(n):
    return recurse(n - 1) if n else 1 / 0


try:
    recurse(9)
except ZeroDivisionError:
    print(clean(traceback.format_exc()))
try:
    traceback.format_exception(ValueError, ValueError("x"))
except ValueError as e:
    print(e)
try:
    traceback.print_exception(5)
except TypeError as e:
    print(e)
