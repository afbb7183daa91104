# Every pattern.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
class Color: RED = 1
def look(v):
    match v:
        case None: return "None"
        case True | False: return "bool"
        case 0: return "zero"
        case -1.5: return "minus"
        case "text": return "text"
        case b"bytes": return "bytes"
        case Color.RED: return "red"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "number"
        case str() as s: return "str " + s
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"from one {rest}"
        case (a, b, *_, z) if a == z: return f"ends {a} {b}"
        case [Point(x=0), Point(0, y)]: return f"points {y}"
        case [*_]: return "sequence"
        case {"kind": "a", "v": v, **rest}: return f"a {v} {rest}"
        case {"kind": ("b" | "c") as k}: return f"kind {k}"
        case {}: return "mapping"
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"x axis {x}"
        case Point(x=x, y=y): return f"point {x} {y}"
        case _: return "other"
for v in (None, True, 0, -1.5, "text", b"bytes", 1, 500, 7, 2.5, "s", [], [9], (1, 2, 3), (5, 6, 7, 5), [Point(0, 1), Point(0, 2)],
          range(3), {"kind": "a", "v": 1, "w": 2}, {"kind": "c"}, {1: 2}, Point(0, 0), Point(3, 0), Point(1, 2), {1}, iter([])):
    print(look(v))
for bad in ("match 1:\n case int(1, 2): pass", "match 1:\n case len(): pass", "class P:\n __match_args__ = 5\nmatch P():\n case P(1): pass",
            "class P:\n __match_args__ = ('a',)\nmatch P():\n case P(1, a=2): print('m')\n case _: print('no')",
            "class P:\n __match_args__ = ('a',)\n a = 1\nmatch P():\n case P(1, a=2): pass"):
    try: exec(bad)
    except TypeError as e: print(e)
