# Exceptions travel: their arguments, attributes, notes and what must be called to make them.
import pickle


class Simple(Exception):
    pass


class Attributes(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

    def __reduce__(self):
        return Attributes, (self.code,)


class TwoArguments(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


def again(x):
    return pickle.loads(pickle.dumps(x))


for e in (Simple(), Simple(1, "two"), Attributes(7), ValueError("v"), KeyError("k"), IndexError(), ZeroDivisionError("z"),
          FileNotFoundError(2, "No such file or directory", "name"), OSError(13, "denied"), UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "why"),
          SystemExit(3), KeyboardInterrupt(), StopIteration(5), AssertionError("a"), RecursionError("deep"),
          ExceptionGroup("group", [ValueError(1), KeyError("k")])):
    back = again(e)
    print(type(back).__name__, back.args, str(back), repr(back))
e = Simple("with")
e.extra = [1]
e.add_note("a note")
back = again(e)
print(back.extra, back.__notes__, back.__traceback__, back.__cause__)
try:
    again(TwoArguments(1, 2))
except TypeError as error:
    print(error)
e = again(FileNotFoundError(2, "No such file or directory", "name"))
print(e.errno, e.strerror, e.filename)
e = again(again(Attributes(9)))
print(e.code, type(again(Attributes)).__name__)
group = again(ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [Simple("s")])]))
print(group.exceptions[1].exceptions[0], group.message)
