# Decimals: parts, methods, sums, copies, contexts as calculators, money.
from decimal import *
D = Decimal
print(D("3.14").as_tuple(), D("0.75").as_integer_ratio(), D("123.456").adjusted(), D("1E+5").to_eng_string(), D("2.5").to_integral_value(), D("100").scaleb(-2), D(5).fma(2, 3), D(1).compare(2), D(18).remainder_near(5), D("-5").copy_abs(), D("1.1").number_class())
print(sum(D(x) for x in "0.1 0.2 0.3".split()), sum([D("0.1")] * 10) == 1, D("1e-5"), D("0.000001"), D("0.0000001"), D("1E+3") + 1, D("100") * D("0.01"))
import pickle, copy, math
print(pickle.loads(pickle.dumps(D("1.23"))), copy.deepcopy(D(5)), math.floor(D("-1.5")), math.ceil(D("1.2")), math.trunc(D("1.9")), isinstance(D(1), Decimal))
c = Context(prec=4, rounding=ROUND_UP); print(c.divide(D(2), D(3)), c.create_decimal("1.23456"), c.sqrt(D(2)), c.power(D(2), D("0.5")), c.prec, c)
print(0.1 + 0.2 == 0.3, D(str(0.1)) + D(str(0.2)) == D("0.3"), D("9.99") * 3 * D("1.0825"), (D("9.99") * 3 * D("1.0825")).quantize(D(".01")))
