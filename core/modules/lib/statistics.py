"""Averages, spread and relations of data; exact where the data is."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from math import exp, fabs, fsum, hypot, log, sqrt, sumprod, tau

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low",
           "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    pass


def _exact(x):
    if type(x) is int:
        return x, 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _common(t, s):
    # The type of a result from data of both types: more precise than int, never narrower.
    if t is s or s is int or s is bool:
        return t
    if t is int or issubclass(s, t):
        return s
    if issubclass(t, s):
        return t
    if issubclass(s, int):
        return t
    if issubclass(t, int):
        return s
    if issubclass(t, Fraction) and issubclass(s, float):
        return s
    if issubclass(t, float) and issubclass(s, Fraction):
        return t
    raise TypeError(f"don't know how to coerce {t.__name__} and {s.__name__}")


def _sum(data):
    # (type, exact sum, count)
    partials, count, t = {}, 0, int
    for x in data:
        count += 1
        t = _common(t, type(x))
        n, d = _exact(x)
        partials[d] = partials.get(d, 0) + n
    if None in partials:
        return t, partials[None], count
    return t, sum((Fraction(n, d) for d, n in partials.items()), Fraction(0)), count


def _spread(data, center=None):
    # (type, sum of squared differences from the center, the center, count)
    data = list(data)
    if center is not None:
        t, total, n = _sum((x - center) ** 2 for x in data)
        return t, total, center, n
    t, total, n = _sum(data)
    if not isinstance(total, Fraction):
        return t, total - total, total, n
    center = total / n if n else Fraction(0)
    squares = sum(((Fraction(*_exact(x)) - center) ** 2 for x in data), Fraction(0))
    return t, squares, center, n


def _convert(value, t):
    if type(value) is t:
        return value
    if issubclass(t, int) and value.denominator != 1:
        t = float
    try:
        return t(value)
    except TypeError:
        return t(value.numerator) / t(value.denominator)


def _root(value, t):
    # The square root of a fraction, correctly rounded.
    if issubclass(t, (float, int)) or t is Fraction:
        n, m = value.numerator, value.denominator
        if n == 0:
            return 0.0
        shift = (n.bit_length() - m.bit_length() - 109) // 2
        n, m = (n, m << 2 * shift) if shift >= 0 else (n << -2 * shift, m)
        a = math.isqrt(n // m)
        a |= a * a * m != n  # a sticky bit, so that the division below rounds right
        return float(a << shift) if shift >= 0 else a / (1 << -shift)
    return _convert(value, t).sqrt()


def mean(data):
    """Arithmetic mean."""
    t, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, t)


def fmean(data, weights=None):
    """Mean as a float, faster."""
    if weights is None:
        data = data if hasattr(data, "__len__") else list(data)
        n = len(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not isinstance(data, (list, tuple)):
        data = list(data)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length") from None
    weight = fsum(weights)
    if not weight:
        raise StatisticsError("sum of weights must be non-zero")
    return total / weight


def geometric_mean(data):
    n, zero = 0, False
    logs = []
    for x in data:
        n += 1
        if x > 0.0 or math.isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if zero:
        return math.nan if any(map(math.isnan, logs)) else 0.0
    return exp(fsum(logs) / n)


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def harmonic_mean(data, weights=None):
    data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (int, float, Fraction)):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(message)
        return x
    if weights is None:
        weights, total = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        total = _sum(_not_negative(weights, message))[1]
    try:
        t, bottom, _ = _sum(w / x if w else 0 for w, x in zip(weights, _not_negative(data, message)))
    except ZeroDivisionError:
        return 0
    if bottom <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total / bottom, t)


def _middle(data, name="no median for empty data"):
    data = sorted(data)
    if not data:
        raise StatisticsError(name)
    return data, len(data)


def median(data):
    data, n = _middle(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data, n = _middle(data)
    return data[(n - 1) // 2]


def median_high(data):
    data, n = _middle(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """Median of data in classes of that width."""
    data, n = _middle(data)
    x = data[n // 2]
    i, j = bisect_left(data, x), bisect_right(data, x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    """The most common value, the first of several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All the most common values."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points between intervals of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        m, result = ld - 1, []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m, result = ld + 1, []
        for i in range(1, n):
            j = min(max(i * m // n, 1), ld - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def variance(data, xbar=None):
    t, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(squares / (n - 1), t)


def pvariance(data, mu=None):
    t, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(squares / n, t)


def stdev(data, xbar=None):
    t, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(squares / (n - 1), t)


def pstdev(data, mu=None):
    t, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(squares / n, t)


def _centered(x):
    middle = fsum(x) / len(x)
    return [v - middle for v in x]


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    return sumprod(_centered(x), _centered(y)) / (n - 1)


def _ranked(data, start):
    # Ranks from `start` on; equal values share their mean rank.
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, i = [0.0] * len(data), 0
    while i < len(order):
        j = i
        while j < len(order) and data[order[j]] == data[order[i]]:
            j += 1
        for k in order[i:j]:
            ranks[k] = start + (i + j + 1) / 2 - 1
        i = j
    return ranks


def correlation(x, y, /, *, method="linear"):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranked(x, (n - 1) / -2), _ranked(y, (n - 1) / -2)
    else:
        x, y = _centered(x), _centered(y)
    sxy, sxx, syy = sumprod(x, y), sumprod(x, x), sumprod(y, y)
    try:
        return sxy / _sqrt_product(sxx, syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def _sqrt_product(x, y):
    h = sqrt(x * y)
    return h if math.isfinite(h) and h else sqrt(x) * sqrt(y)


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if not proportional:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        x = [v - xbar for v in x]
        y = [v - ybar for v in y]
    sxy, sxx = sumprod(x, y) + 0.0, sumprod(x, x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


def _normal_inverse(p, mu, sigma):
    # Wichura, Algorithm AS 241 (PPND16): rational approximations in three ranges.
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        top = (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
               4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
               1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0)
        bottom = (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
                  2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
                  4.23133_30701_60091_1252e+1, 1.0)
        return mu + sigma * (_polynomial(top, r) * q / _polynomial(bottom, r))
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        top = (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
               1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
               4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0)
        bottom = (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
                  1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
                  2.05319_16266_37758_82187e+0, 1.0)
    else:
        r -= 5.0
        top = (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
               2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
               5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0)
        bottom = (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
                  7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
                  5.99832_20655_58879_37690e-1, 1.0)
    x = _polynomial(top, r) / _polynomial(bottom, r)
    return mu + sigma * (-x if q < 0.0 else x)


def _polynomial(coefficients, r):
    value = 0.0
    for c in coefficients:
        value = value * r + c
    return value


class NormalDist:
    """A normal distribution of a random variable."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        t, squares, center, n = _spread(data)
        if n < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(_convert(center, t)), _root(squares / (n - 1), t))

    def samples(self, n, *, seed=None):
        import random
        rnd = random.random if seed is None else random.Random(seed).random
        return [_normal_inverse(rnd(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * sqrt(2.0)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of the two areas is the same, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        xv, yv = X.variance, Y.variance
        if not xv or not yv:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = yv - xv, fabs(Y._mu - X._mu)
        if not dv:
            return math.erfc(dm / (2.0 * X._sigma * sqrt(2.0)))
        a = X._mu * yv - Y._mu * xv
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(yv / xv))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
