"""Exception groups: splitting, except*, what is raised again."""


def check(values):
    wrong = []
    for v in values:
        try:
            if not isinstance(v, int):
                raise TypeError(f"{v!r} is no number")
            if v < 0:
                raise ValueError(f"{v} is negative")
        except Exception as e:
            e.add_note(f"checking {v!r}")
            wrong.append(e)
    if wrong:
        raise ExceptionGroup("bad values", wrong)


try:
    check([1, -2, "x", -3])
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions])
except* TypeError as group:
    print("types", group.exceptions[0].__notes__)

try:
    try:
        check([-1, "y"])
    except* ValueError:
        raise KeyError("instead")
except ExceptionGroup as group:
    print(repr(group), [type(e).__name__ for e in group.exceptions])

nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
match, rest = nested.split(ValueError)
print(match, rest, nested.subgroup(lambda e: isinstance(e, TypeError)), nested.subgroup(KeyError))
print(repr(match.exceptions), repr(rest.exceptions), nested.message)


class Mine(ExceptionGroup):
    def derive(self, found):
        return Mine(self.message + "'", found)


part, _ = Mine("mine", [ValueError(1), KeyError(2)]).split(KeyError)
print(type(part).__name__, part.message)
try:
    try:
        raise ValueError("alone")
    except* ValueError as group:
        print(type(group).__name__, group.exceptions)
        raise
except ValueError as e:
    print("unwrapped again:", type(e).__name__, e)
except ExceptionGroup as e:
    print("group again:", e.exceptions)
for wrong in (lambda: ExceptionGroup("empty", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
