"""match in programs: commands, trees, records."""
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    start: Point
    end: Point


class Colour(Enum):
    RED = 1
    BLUE = 2


def describe(thing):
    match thing:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Line(Point(x1, y1), Point(x2, y2)) if x1 == x2:
            return f"vertical of {abs(y1 - y2)}"
        case Line(start=Point() as p):
            return f"line from {p.x}, {p.y}"
        case Colour.RED:
            return "red"
        case Colour():
            return "another colour"
        case {"kind": "circle", "r": int(r) | float(r), **rest}:
            return f"circle {r} {sorted(rest)}"
        case {"kind": kind}:
            return f"some {kind}"
        case []:
            return "nothing"
        case [only]:
            return f"one: {only}"
        case [first, *_, last] if first == last:
            return "round"
        case (str() as a, str() as b) | [str() as a, [str() as b]]:
            return a + b
        case [1 | 2 as n, *more]:
            return f"{n} then {len(more)}"
        case True | None:
            return "singleton"
        case int(n) if n > 1000:
            return "big"
        case -1 | 2.5 | 3 + 4j | "text" | b"bytes":
            return "literal"
        case _:
            return "something else"


for thing in (Point(0, 0), Point(0, 3), Point(4, 0), Line(Point(1, 2), Point(1, 9)), Line(Point(3, 4), Point(0, 0)), Colour.RED, Colour.BLUE,
              {"kind": "circle", "r": 2.5, "z": 1, "a": 2}, {"kind": "box"}, [], [7], [1, 2, 1], ("a", "b"), ["a", ["b"]], [2, 3, 4], True, None,
              5000, -1, 2.5, 3 + 4j, "text", b"bytes", 12, "xy", {1, 2}, {}, Point(5, 6), range(3)):
    print(describe(thing))


def evaluate(tree):
    match tree:
        case ("+", left, right):
            return evaluate(left) + evaluate(right)
        case ("*", left, right):
            return evaluate(left) * evaluate(right)
        case ("-", operand):
            return -evaluate(operand)
        case int() | float():
            return tree
        case other:
            raise ValueError(f"cannot evaluate {other!r}")


print(evaluate(("+", 2, ("*", 3, ("-", 4)))))
try:
    evaluate(("?",))
except ValueError as e:
    print(e)


class Odd:
    __match_args__ = ("a",)

    def __init__(self, a):
        self.a = a


try:
    match Odd(1):
        case Odd(1, 2):
            pass
except TypeError as e:
    print(e)
match Odd([1, 2]):
    case Odd([x, y]):
        print(x, y)
x = y = None
match (1, 2, 3):
    case (x, 5, y):
        pass
    case (x, y, _):
        print(x, y)
