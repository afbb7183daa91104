"""Functions to be called when the program ends normally, the last registered first."""

_calls = []


def register(func, /, *args, **kwargs):
    """Call func(*args, **kwargs) at exit. Returns func, so that it can be a decorator."""
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forget every registration of func."""
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    import sys
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except BaseException:
            print(f"Exception ignored in atexit callback {func!r}:", file=sys.stderr)
            sys.excepthook(*sys.exc_info())
