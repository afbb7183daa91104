# contextlib: contextmanager, closing, suppress, redirect_stdout, ExitStack, nullcontext, ContextDecorator.
import contextlib, io
@contextlib.contextmanager
def tag(name, swallow=False):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("saw", error)
        if not swallow: raise
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b"):
    print(a)
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
def raising(swallow):
    with tag("r", swallow):
        raise ValueError("v")
    return "after"
attempt(lambda: raising(True))
attempt(lambda: raising(False))
@contextlib.contextmanager
def no_yield():
    if False: yield
@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2
@contextlib.contextmanager
def catches():
    try: yield
    except KeyError: pass
    yield
def use(manager, error=None):
    with manager:
        if error: raise error
    return "fine"
attempt(lambda: use(no_yield()))
attempt(lambda: use(two_yields()))
attempt(lambda: use(catches(), KeyError("k")))
attempt(lambda: use(tag("s"), StopIteration("stop")))
@tag("decorated")
def work(n): return n * 2
print(work(2), work(3), work.__name__)
with contextlib.suppress(KeyError, IndexError):
    [][1]
    print("never")
attempt(lambda: use(contextlib.suppress(KeyError), ValueError("other")))
class Closable:
    def close(self): print("closed")
with contextlib.closing(Closable()) as c: print(type(c).__name__)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
with contextlib.nullcontext(5) as n: print(n)
with contextlib.ExitStack() as stack:
    for name in "xyz": stack.enter_context(tag(name))
    stack.callback(print, "callback", 1, sep=":")
    @stack.callback
    def last(): print("last in, first out")
    print("body")
with contextlib.ExitStack() as stack:
    stack.enter_context(contextlib.suppress(ZeroDivisionError))
    stack.push(lambda kind, value, tb: print("exit got", kind))
    1 / 0
with contextlib.ExitStack() as stack:
    stack.callback(print, "moved")
    kept = stack.pop_all()
print("not yet")
kept.close()
attempt(lambda: contextlib.ExitStack().enter_context(5))
class Timer(contextlib.ContextDecorator):
    def __enter__(self): print("start"); return self
    def __exit__(self, *exc): print("stop"); return False
@Timer()
def job(): print("job")
job(); job()
class Base(contextlib.AbstractContextManager):
    def __exit__(self, *a): print("base exit")
with Base() as b: print(isinstance(b, contextlib.AbstractContextManager), isinstance(Closable(), contextlib.AbstractContextManager))
with contextlib.chdir(".") if hasattr(contextlib, "chdir") else contextlib.nullcontext(): print("in")
