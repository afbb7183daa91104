"""Context managers of contextlib: from generators, stacks, what they swallow and pass on."""
import io
from contextlib import ContextDecorator, ExitStack, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


with tag("p") as name:
    print(name)
with tag("q"):
    raise ValueError("inside")
try:
    with tag("r"):
        raise KeyError("passes")
except KeyError as e:
    print("KeyError", e)


@tag("function")
def decorated():
    print("body")


decorated()
decorated()


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    return
    yield


for broken in (twice, never):
    try:
        with broken():
            pass
    except RuntimeError as e:
        print("RuntimeError:", e)

with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "ab"]
    stack.callback(print, "called back", end="!\n")
    stack.push(lambda kind, error, trace: print("seen", kind.__name__) or True)
    print(names)
    raise LookupError("stopped by the last one pushed")
stack = ExitStack()
stack.callback(print, "moved")
moved = stack.pop_all()
stack.close()
print("nothing yet")
moved.close()

with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress(ValueError):
    raise ExceptionGroup("several", [ValueError(1)])
out = io.StringIO()
with redirect_stdout(out):
    print("into the text")
print(repr(out.getvalue()))
with nullcontext(5) as five:
    print(five)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)


class Timer(ContextDecorator):
    def __enter__(self):
        print("begin")
        return self

    def __exit__(self, *error):
        print("end", error[0])


@Timer()
def work():
    return "worked"


print(work())
