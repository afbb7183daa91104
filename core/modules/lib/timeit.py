"""How long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]
default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _indented(text):
    return text.replace("\n", "\n" + " " * 8)


class Timer:
    """Code to time and code to run once before."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        scope = {} if globals is None else dict(globals)
        parts = []
        for name, code in ("setup", setup), ("stmt", stmt):
            if isinstance(code, str):
                compile(("" if name == "setup" else setup + "\n" if isinstance(setup, str) else "") + code, "<timeit-src>", "exec")
                parts.append(code)
            elif callable(code):
                scope[f"_{name}"] = code
                parts.append(f"_{name}()")
            else:
                raise ValueError(f"{name} is neither a string nor callable")
        self.src = (f"def inner(_it, _timer):\n    {parts[0]}\n    _t0 = _timer()\n    for _i in _it:\n"
                    f"        {_indented(parts[1])}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n").replace(
                        parts[0], parts[0].replace("\n", "\n    "), 1)
        exec(compile(self.src, "<timeit-src>", "exec"), scope)
        self.inner = scope["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for that many runs."""
        on = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if on:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take at least 0.2 seconds, and how long they took."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
