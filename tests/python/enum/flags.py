# Flags combine by bits; what has no name depends on the boundary.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RWX = R | W | X


print(Perm, list(Perm), len(Perm), Perm.RWX, repr(Perm.RWX), Perm.RWX.value)
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.R & Perm.W, repr(Perm.R & Perm.W), Perm.RWX ^ Perm.W, ~Perm.R)
print(bool(Perm(0)), bool(Perm.R), Perm.R in Perm.RWX, Perm.RWX in Perm.R, Perm(0) in Perm.R)
print(list(Perm.R | Perm.X), len(Perm.RWX), Perm(3), Perm(3) is Perm.R | Perm.W, Perm(-1), Perm(-2))
print((Perm.R | Perm.W).name, (Perm.R | Perm.W).value, Perm(0).name, [m.name for m in Perm.RWX])
print(Perm.__members__.keys(), Perm["W"], 2 in Perm, 7 in Perm, 8 in Perm)


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


error(lambda: Perm(8))
error(lambda: Perm(-20))
error(lambda: Perm("x"))
error(lambda: Perm.R | 1)
error(lambda: 1 in Perm.R)
error(lambda: Perm.R + 1)


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits.A | 4), repr(Bits(16)), repr(~Bits.A), Bits.A + 1)
print(Bits.A | 2 == 3, repr(8 | Bits.A), repr(Bits.A & 3), f"{Bits.D:b} {Bits.D}", isinstance(Bits.A | 64, Bits))
print(repr(Bits(0)), list(Bits(11)), Bits(4).name, [int(b) for b in Bits(15)])


class Strict(Flag, boundary=STRICT):
    A = auto()
    C = 4


class Conform(Flag, boundary=CONFORM):
    A = auto()
    C = 4


class Eject(Flag, boundary=EJECT):
    A = auto()
    C = 4


class Keep(Flag, boundary=KEEP):
    A = auto()
    C = 4


error(lambda: Strict(2 | 1))
error(lambda: Conform(2 | 1))
error(lambda: Eject(2 | 1))
error(lambda: Keep(2 | 1))
error(lambda: repr(Keep(64)))
print(repr(~Keep.A), repr(~Conform.A), repr(STRICT), KEEP)


class Colour(Flag):
    BLACK = 0
    RED = 1
    BLUE = 4
    PURPLE = RED | BLUE
    MAROON = 1


print(list(Colour), Colour.BLACK, repr(Colour(0)), Colour(5), Colour.MAROON, [c.name for c in Colour.PURPLE])
print([name for name in Colour.__members__], auto, Colour.RED.name)
