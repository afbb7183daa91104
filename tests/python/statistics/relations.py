# Covariance, correlation, regression and NormalDist.
from statistics import NormalDist, StatisticsError, correlation, covariance, linear_regression

x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), covariance(x, x[::-1]), correlation(x, x), correlation(x, x[::-1]), correlation(x, y))
print(correlation([1, 2, 3, 4], [1, 4, 9, 100], method="ranked"), correlation([1, 2, 2, 3], [4, 4, 5, 9], method="ranked"))
year = [1971, 1975, 1979, 1982, 1983]
films = [1, 2, 3, 4, 5]
print(linear_regression(year, films), linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True))
slope, intercept = linear_regression(year, films)
print(round(slope * 2019 + intercept))
d = NormalDist(100, 15)
print(d, d.mean, d.median, d.mode, d.stdev, d.variance, d.pdf(100), d.cdf(110), d.inv_cdf(0.95), d.zscore(130), d.quantiles())
print([round(q, 6) for q in d.quantiles(10)], NormalDist.from_samples([1, 2, 3, 4]), NormalDist().inv_cdf(1e-9), NormalDist().cdf(-40))
print(d + 5, d - 5, d * 2, d / 2, -d, +d, 5 + d, 5 - d, d + NormalDist(1, 8), d - NormalDist(1, 8))
print(d == NormalDist(100, 15), hash(d) == hash(NormalDist(100, 15)), round(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), 12), round(NormalDist(0, 1).overlap(NormalDist(1, 1)), 12))
print(NormalDist(5, 2).samples(3, seed=42), round(NormalDist(0, 1).inv_cdf(0.975), 12))
for f in (lambda: NormalDist(0, -1), lambda: NormalDist(1, 0).pdf(1), lambda: NormalDist(1, 0).cdf(1), lambda: d.inv_cdf(0), lambda: d.overlap(3),
          lambda: correlation([1], [2]), lambda: correlation([1, 1], [1, 2]), lambda: covariance([1, 2], [1]), lambda: linear_regression([1, 1], [1, 2]),
          lambda: linear_regression([1], [1]), lambda: correlation([1, 2], [1, 2], method="x"), lambda: d < d):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
