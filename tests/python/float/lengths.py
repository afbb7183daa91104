# math.hypot and math.dist: exact to the last bit, for any number of coordinates, without overflow.
import math, random
random.seed(4)
total = 0
for n in range(2000):
    v = [random.choice([random.uniform(-1e3, 1e3), 10 ** random.uniform(-300, 300), random.randint(-99, 99)]) for _ in range(random.choice([1, 2, 2, 2, 3, 5, 9]))]
    h = math.hypot(*v)
    total = (total * 31 + hash(h)) % 10**12
    if n % 100 == 0: print(h, math.dist(v, [1.5] * len(v)))
print(total)
print(math.hypot(), math.hypot(0.0, -0.0), math.hypot(5e-324), math.hypot(5e-324, 5e-324), math.hypot(1e308, 1e308), math.hypot(1.7e308, 1.7e308), math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.hypot(3, 4), math.hypot(1, 1, 1, 1), math.dist((), ()), math.dist((1, 2), (4, 6)))
