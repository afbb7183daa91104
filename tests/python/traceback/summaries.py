# extract_tb, StackSummary, FrameSummary, TracebackException and walking.
import sys
import traceback


def third():
    secret = [1, 2]
    raise LookupError("deep down")


def second():
    third()


def first():
    second()


try:
    first()
except LookupError as error:
    e = error
rows = traceback.extract_tb(e.__traceback__)
print([(r.name, r.lineno, r.line) for r in rows], len(rows), type(rows).__name__)
filename, line, name, text = rows[-1]
print(line, name, text, rows[-1][2], filename == __file__, rows[0] == tuple(rows[0]))
print([row.name for row in traceback.extract_tb(e.__traceback__, limit=2)])
print([(f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__)])
te = traceback.TracebackException.from_exception(e)
print(te, te.exc_type_str, len(te.stack), te.__cause__, te.__suppress_context__)
print(len(list(te.format())), list(te.format_exception_only()))
made = traceback.StackSummary.from_list([("a.py", 3, "f", "x = 1"), ("b.py", 4, "g", None)])
print(made.format(), traceback.format_list([("c.py", 1, "h", "pass")]))
print(repr(traceback.FrameSummary("f.py", 12, "func", line="code")), traceback.FrameSummary("f.py", 12, "func", line=" y ").line)
same = traceback.StackSummary.from_list([("r.py", 1, "r", "r()")] * 7 + [("s.py", 2, "s", "s()")])
print("".join(same.format()), end="")


def show():
    stack = traceback.extract_stack()
    print([row.name for row in stack], stack[-1].line)
    print(traceback.format_stack()[-1].splitlines()[1:])
    traceback.print_stack(limit=1, file=sys.stdout) if False else None
    print([f.f_code.co_name for f, n in traceback.walk_stack(sys._getframe())])
    print([row.name for row in traceback.extract_stack(limit=1)], len(traceback.format_stack(limit=2)))


def caller():
    show()


caller()
try:
    try:
        first()
    except LookupError as low:
        raise RuntimeError("high") from low
except RuntimeError as high:
    te = traceback.TracebackException.from_exception(high)
    print(te.__cause__, te.__cause__.exc_type_str, [s for s in te.format() if "cause" in s])
    print(len(list(te.format(chain=False))), te.stack[0].name)
traceback.clear_frames(e.__traceback__)
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError("two")])
except ExceptionGroup as g:
    print([line for line in traceback.format_exc().splitlines() if "File" not in line])
    print(len(traceback.TracebackException.from_exception(g).exceptions))
