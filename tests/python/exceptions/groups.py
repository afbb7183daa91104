# ExceptionGroup: construction, split, subgroup, derive, except*.
g = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k")])])
print(g, repr(g), g.message, g.exceptions)
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
for args in [(), ("m",), (1, [ValueError()]), ("m", 1), ("m", []), ("m", [1]), ("m", [ValueError(), 5]), ("m", {ValueError()})]:
    try: ExceptionGroup(*args)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: ExceptionGroup("m", [KeyboardInterrupt()])
except TypeError as e: print(e)
match, rest = g.split(ValueError)
print(match, match.exceptions, rest, rest.exceptions)
print(g.split(OSError))
print(g.subgroup((KeyError, TypeError)).exceptions)
print(g.subgroup(lambda e: isinstance(e, KeyError)).exceptions)
print(g.subgroup(ExceptionGroup) is g)
for c in [1, "x", int, (int,), None]:
    try: g.split(c)
    except TypeError as e: print(e)
print(g.derive([OSError()]))
class Mine(ExceptionGroup):
    def __new__(cls, m, excs, code):
        self = super().__new__(cls, m, excs)
        self.code = code
        return self
    def derive(self, excs): return Mine(self.message, excs, self.code)
m = Mine("mine", [ValueError(), KeyError()], 7)
m.add_note("note")
a, b = m.split(ValueError)
print(type(a).__name__, a.code, a.__notes__, type(b).__name__, b.code)
try: raise g
except* ValueError as eg: print("V", eg.exceptions)
except* (KeyError, TypeError) as eg: print("KT", eg.exceptions)
try:
    try: raise g
    except* ValueError: pass
except ExceptionGroup as eg: print("left", eg, eg.exceptions)
try: raise ValueError("naked")
except* ValueError as eg: print(repr(eg))
try:
    try: raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError: raise KeyError("new")
except BaseException as e: print(repr(e))
print(ExceptionGroup[int], isinstance(g, Exception))
