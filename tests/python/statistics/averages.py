# Averages and spread: exact for ints and fractions.
import statistics as s
from fractions import Fraction as F


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
ints = [1, 2, 3, 4, 4, 5, 9]
print(s.mean(ints), s.mean([1, 2, 3, 4]), s.mean(data), s.mean([F(3, 7), F(1, 21), F(5, 3), F(1, 3)]), s.mean([True, False, True]))
print(s.fmean(ints), s.fmean([3.5, 4.0, 5.25]), s.fmean([85, 92, 83, 91], [0.20, 0.20, 0.30, 0.30]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median("cab"))
print(s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), s.median_grouped([1, 3, 3, 5, 7], interval=2), s.median_grouped([52, 52, 53, 54]))
print(s.mode([1, 1, 2, 3, 3, 3, 3, 4]), s.mode(["red", "blue", "blue", "red", "green"]), s.multimode("aabbbbccddddeeffffgg"), s.multimode(""))
print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data))
print(s.variance(ints), s.pvariance([1, 2, 3, 4]), s.stdev(ints), s.pstdev([1, 2, 3, 4]), s.variance([F(1, 6), F(1, 2), F(5, 3)]))
print(s.variance(data, s.mean(data)), s.pvariance([0.0, 0.25, 0.25, 1.25], 0.4375), s.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]))
print(s.geometric_mean([54, 24, 36]), s.geometric_mean([1.5, 0, 2]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([2]), s.harmonic_mean([1, 0]))
print(s.quantiles([1, 2, 3, 4, 5]), s.quantiles(range(1, 101), n=10), s.quantiles([1, 5, 9], n=3, method="inclusive"), s.quantiles([7], n=3))
print(s.mean([1e100, 1, -1e100]), s.stdev([1e200, 2e200, 3e200]), s.pstdev([5, 5, 5]), s.mean([10**20, 1]), s.mean(iter([1, 2])))
print(s.mean([float("inf"), 1]), s.mean([float("nan")]))
print(s.stdev([10**30, 10**30 + 5, 3]), s.pstdev([1e-200, 3e-200]), s.stdev([F(1, 3), F(2, 3)]))
for f in (lambda: s.mean([]), lambda: s.fmean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.variance([1]), lambda: s.pstdev([]),
          lambda: s.stdev([1]), lambda: s.geometric_mean([]), lambda: s.geometric_mean([-1]), lambda: s.harmonic_mean([-1, 2]), lambda: s.harmonic_mean([]),
          lambda: s.quantiles([]), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method="x"), lambda: s.mean("abc"),
          lambda: s.mean([1, "a"]), lambda: s.fmean([1, 2], [1]), lambda: s.fmean([1], [0]), lambda: s.mean(5), lambda: s.harmonic_mean([1, 2], [1])):
    error(f)
print(issubclass(s.StatisticsError, ValueError))
