# match: every kind of pattern, guards, captures, classes, mappings, errors.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class NoArgs: a = 1
class BadArgs: __match_args__ = ["x"]
class Color: RED = 1; BLUE = "b"
def what(v):
    match v:
        case None | True | False: return "constant"
        case 0 | -1 | 2.5 | 1+2j: return "number"
        case "exact" | b"bytes": return "text"
        case Color.BLUE: return "dotted"
        case int(n) if n > 100: return "big", n
        case int() | float() as num: return "num", num
        case str(t): return "str", t
        case []: return "empty"
        case [x]: return "one", x
        case [1, *rest]: return "starts 1", rest
        case [*init, 9]: return "ends 9", init
        case (a, b): return "two", a, b
        case [a, [b, *_], *c] if c: return "nested", a, b, c
        case {"kind": "p", "x": int(x), **rest}: return "map", x, rest
        case {"k": [first, *_]}: return "map list", first
        case {}: return "any map", len(v)
        case Point(x=0, y=0): return "origin"
        case Point(0, y) | Point(y, 0): return "axis", y
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "point"
        case NoArgs(a=1): return "no args"
        case set() | frozenset(): return "set"
        case _: return "other"
for v in (None, True, 0, -1, 2.5, 1+2j, "exact", b"bytes", "b", 101, 7, 3.5, "hi", [], (), [5], [1, 2, 3], [2, 3, 9], (3, 4), [0, [1, 2], 3], [0, [1], ], range(3), {"kind": "p", "x": 1, "z": 2}, {"kind": "p", "x": "s"}, {"k": [1, 2]}, {}, {1: 2}, Point(0, 0), Point(0, 5), Point(5, 0), Point(2, 2), Point(1, 2), NoArgs(), {1}, frozenset(), bytearray(b"x"), object, iter([1]), "a", Color.RED):
    r = what(v)
    print(type(v).__name__, r)
def attempt(code, **names):
    try:
        exec(code, names); print({k: v for k, v in names.items() if len(k) == 1})
    except Exception as e: print(type(e).__name__, e)
attempt("match p:\n case Point(1, 2, 3): pass", p=Point(1, 2), Point=Point)
attempt("match p:\n case NoArgs(1): pass", p=NoArgs(), NoArgs=NoArgs)
attempt("match p:\n case BadArgs(1): pass", p=BadArgs(), BadArgs=BadArgs)
attempt("match p:\n case Point(1, x=2): pass", p=Point(1, 2), Point=Point)
attempt("match p:\n case f(): pass", p=1, f=5)
attempt("match p:\n case int(1, 2): pass", p=1)
attempt("match [1, 2]:\n case [a, b] if a > b: c = 1\n case [b, a]: c = 2")
attempt("match {'a': 1}:\n case {'a': 1, 'a': 2}: pass")
attempt("match 5:\n case x:\n  pass\nmatch x:\n case 5: y = 'five'")
attempt("match = 3; case = 4; _ = match + case; m = match")
attempt("match (1, 2), 3:\n case (a, b), c: pass")
attempt("match 1, 2:\n case a, *b: pass")
attempt("match x:\n case 1: pass")
for code in ("match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case a | 1: pass", "match x:\n case 1 | b: pass", "match x:\n case (a, a): pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**a, 'b': 1}: pass", "match x:\n case {**_}: pass", "match x:\n case 1 + 1: pass", "match x:\n case -a: pass", "match x:\n case f'{x}': pass", "match x:\n case A(b=1, b=2): pass", "match x:\n case A(b=1, 2): pass", "match x:\n case 1 as _: pass", "match x:\n pass", "match x:\ncase 1: pass", "match x:\n case a.b as c.d: pass", "match x:\n case {a: 1}: pass", "match x:\n case {1: a, 1: b}: pass", "match x:\n case a as b: pass\n case c: pass", "match x:\n case (1 | a) as b: pass"):
    try: compile(code, "<m>", "exec"); print("fine")
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
