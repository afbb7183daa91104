"""A report from comma separated values."""
import csv
import io
import statistics
from collections import defaultdict
from datetime import date

source = '''date,city,"temp, C",note
2024-01-01,Oslo,-3.5,"snow ""heavy"""
2024-01-02,Oslo,-1,
2024-01-01,Rome,12.25,sun
2024-01-02,Rome,13.75,"sun, wind"
2024-01-03,Rome,n/a,
'''
rows, broken = [], []
for line, row in enumerate(csv.DictReader(io.StringIO(source)), 2):
    try:
        rows.append((date.fromisoformat(row["date"]), row["city"], float(row["temp, C"]), row["note"] or None))
    except ValueError as e:
        broken.append((line, str(e)))
print(rows, broken, sep="\n")
by_city = defaultdict(list)
for day, city, temperature, _ in rows:
    by_city[city].append(temperature)
print(f"{'city':<8}{'days':>5}{'mean':>8}{'spread':>8}")
for city, temperatures in sorted(by_city.items()):
    print(f"{city:<8}{len(temperatures):>5}{statistics.mean(temperatures):>8.2f}{statistics.stdev(temperatures):>8.3f}")
print(statistics.median([t for _, _, t, _ in rows]), max(rows, key=lambda r: r[2])[1], (rows[-1][0] - rows[0][0]).days, f"{rows[0][0]:%d %B %Y}")
out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
writer.writerow(["city", "mean"])
writer.writerows((c, statistics.fmean(t)) for c, t in by_city.items())
print(out.getvalue())
out = io.StringIO()
writer = csv.DictWriter(out, ["b", "a"], extrasaction="ignore", restval="?", lineterminator="\n", delimiter=";")
writer.writeheader()
writer.writerow({"a": 1, "b": "x;y", "c": 3})
writer.writerow({"a": None})
print(out.getvalue())
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1})
except ValueError as e:
    print(e)
print(list(csv.reader(["a b  c", "'x y' z"], delimiter=" ", quotechar="'")), csv.list_dialects())
