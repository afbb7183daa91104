# sum, abs, round, pow, divmod: values and what they refuse.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

print(sum([1, 2, 3]), sum([], 5), sum([[1], [2]], []), sum((x for x in range(5)), start=10))
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 2.5, True]))
print(sum([10**30, 1, -10**30]))
attempt(lambda: sum(["a", "b"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum(["a"]))
attempt(lambda: sum(5))
attempt(lambda: sum([1], start="x"))
for value in 0, -7, 3.5, -0.0, 3 - 4j, True, -10**40:
    attempt(lambda: abs(value))
attempt(lambda: abs("x"))
for arguments in [(2.5,), (3.5,), (-2.5,), (2.675, 2), (1234, -2), (1250, -2), (1350, -2), (5, 1), (0.5,), (1e300, 2), (2.5, None), (10**25 + 5, -1), (1.5, 0), (float("inf"), 1)]:
    attempt(lambda: round(*arguments))
attempt(lambda: round(float("nan")))
attempt(lambda: round(float("inf")))
attempt(lambda: round("1"))
attempt(lambda: round(1.5, "a"))
attempt(lambda: pow(2, 10))
attempt(lambda: pow(2, -1))
attempt(lambda: pow(3, 200, 13))
attempt(lambda: pow(3, -1, 7))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(0, -1))
attempt(lambda: pow(0.0, -2))
attempt(lambda: pow(-8, 1 / 3))
attempt(lambda: pow(2, 3.0, 5))
attempt(lambda: pow(base=3, exp=2))
attempt(lambda: pow("a", 2))
attempt(lambda: divmod(7, 3))
attempt(lambda: divmod(-7, 3))
attempt(lambda: divmod(7, -3.0))
attempt(lambda: divmod(1, 0))
attempt(lambda: divmod(1.0, 0))
attempt(lambda: divmod("a", 1))

class Money:
    def __init__(self, cents): self.cents = cents
    def __abs__(self): return Money(abs(self.cents))
    def __round__(self, digits=None): return f"rounded {digits}"
    def __pow__(self, other, modulus=None): return ("pow", other, modulus)
    def __rpow__(self, other): return ("rpow", other)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)

print(abs(Money(-3)).cents, round(Money(1)), round(Money(1), 2), pow(Money(1), 2), pow(Money(1), 2, 3), pow(2, Money(1)), divmod(Money(1), 5), divmod(5, Money(1)))
