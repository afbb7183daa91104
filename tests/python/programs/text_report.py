# A report from raw text: parsing, grouping, totals, percentages, aligned columns, box drawing, a histogram.
from collections import Counter, defaultdict, namedtuple
from itertools import groupby, accumulate
from operator import attrgetter, itemgetter
from statistics import mean, median, pstdev
raw = """
2024-01-03; North ; Widget; 12; 3.50
2024-01-03; South ; Gadget; 5; 12.00
2024-01-04; North ; Gadget; 1; 11.50
bad line
2024-02-01; East  ; Widget; x; 3.00
2024-02-01; East  ; Doodad; 40; 0.25
2024-02-11; South ; Widget; 7; 3.25

"""
Sale = namedtuple("Sale", "day region product count price")
Sale.total = property(lambda s: s.count * s.price)
Sale.month = property(lambda s: s.day[:7])
sales, errors = [], []
for number, line in enumerate(raw.splitlines(), 1):
    if not line.strip(): continue
    try:
        day, region, product, count, price = map(str.strip, line.split(";"))
        sales.append(Sale(day, region, product, int(count), float(price)))
    except ValueError as e: errors.append(f"line {number}: {e}")
print(*errors, sep="\n")
def table(rows, head, align):
    rows = [[f"{c:,.2f}" if isinstance(c, float) else str(c) for c in r] for r in rows]
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    def line(cells): return "|" + "|".join(f" {c:{a}{w}} " for c, a, w in zip(cells, align, widths)) + "|"
    return "\n".join([rule, line(head), rule.replace("-", "="), *map(line, rows), rule])
print(table([(s.day, s.region, s.product, s.count, s.price, s.total) for s in sales], ["Day", "Region", "Product", "N", "Price", "Total"], "<<<>>>"))
by_region = defaultdict(float)
for s in sales: by_region[s.region] += s.total
grand = sum(by_region.values())
for region, total in sorted(by_region.items(), key=itemgetter(1), reverse=True): print(f"{region:.<10}{total:.>10.2f} {total / grand:>7.1%} {'█' * round(20 * total / grand)}")
for month, group in groupby(sorted(sales, key=attrgetter("month", "product")), key=attrgetter("month")):
    group = list(group)
    print(month, {p: sum(s.count for s in g) for p, g in groupby(group, attrgetter("product"))}, f"{mean(s.total for s in group):.3f}")
counts = Counter()
for s in sales: counts[s.product] += s.count
print(counts.most_common(2), counts.total(), list(accumulate(s.total for s in sales)), median(s.price for s in sales), round(pstdev([s.price for s in sales]), 4))
print(f"{'left':<10}|{'mid':^10}|{'right':>10}|{42:+d}|{255:#x}|{255:#010b}|{1e6:,}|{1234567:_}|{0.000123:g}|{1.5:e}|{-3:05d}|{True!s:>6}|{None!r:^8}|")
print("%-8s|%5.2f|%+d|%x|%o|%e|%%|%c|%r|%5s|%-5s|%05d" % ("name", 3.14159, 5, 255, 8, 12345.678, "z", "q'", "ab", "cd", 42))
print("{:>{w}.{p}f} {name!r:*^12} {0[1]} {1.real} {2[key]}".format([10, 20], 5, {"key": "v"}, w=8, p=2, name="bo") if False else "{0[1]} {1.real} {2[key]} {name!r:*^12} {3:>{w}.{p}f}".format([10, 20], 5, {"key": "v"}, 2.71828, w=8, p=2, name="bo"))
