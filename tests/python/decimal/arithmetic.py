# Decimals: making, arithmetic, division, the context, roots, logarithms and powers.
from decimal import *
D = Decimal
print(D("0.1") + D("0.2"), D(1) / 3, D(10) / 4, D("1e3"), D("1E-10"), D(0.1), D("-0"), D("1.10") * 3, 5 - D("1.5"), D(7) // 2, D(-7) // 2, D(-7) % 3, divmod(D(7), 2))
print(repr(D("3.14")), D("NaN"), D("inf"), -D("inf"), D("sNaN").is_snan(), D((1, (1, 2, 3), -2)), D(" 1_000.5 "))
print(getcontext())
print(D(2).sqrt(), D(16).sqrt(), D("0.25").sqrt(), D(1).exp(), D(2).ln(), D(10).log10(), D(1000).log10(), D(2).log10(), D(100).exp(), D("1e10").ln())
print(D(2) ** 10, D(2) ** -2, D(2) ** D("0.5"), D("1.1") ** 100, D(3) ** 3000, D(-8) ** 3, D(4) ** D("1.5"))
