# Decimals: comparison and hashing with other numbers, the formatting mini-language, conversions.
from decimal import *
D = Decimal
print(D("1.50") == 1.5, D(1) == 1, D("0.1") == 0.1, D(1) < 2.5, D(3) > D("2.999"), max(D(1), D(2)), sorted([D(3), D("1.5"), 2]), hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), {1: 2}[D("1.00")], D("nan") == D("nan"))
print(f"{D('1234567.891'):,.2f}|{D('3.14159'):.2f}|{D('3'):10.3f}|{D('-2.5'):+08.2f}|{D('0.125'):.1%}|{D('12345'):e}|{D('12345'):.2e}|{D('1e10')}|{D('1.5'):<8}|{D('1.5'):*^9}|{D('0.00001234'):g}|{D('1234.5'):010,.1f}")
print(round(D("2.5")), round(D("3.5")), round(D("2.675"), 2), int(D("-3.9")), float(D("0.1")), abs(D(-3)), -D(2), bool(D(0)), D("120").normalize(), D("0.00").normalize(), D("1.200").normalize())
