# random: the same seed gives the same numbers in every distribution.
import random
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 100), random.randrange(0, 100, 7), random.choice("abc"), random.uniform(1, 2), random.getrandbits(40), random.randbytes(4))
x = list(range(10)); random.shuffle(x); print(x, random.sample(range(100), 5), random.choices("abc", k=5), random.choices("ab", weights=[1, 9], k=5), random.choices("ab", cum_weights=[5, 6], k=3), random.sample(["a", "b"], 3, counts=[2, 2, ][:2]))
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2), random.triangular(0, 10, 3), random.betavariate(2, 3), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(10, 0.3))
for seed in 0, -5, 2**100, 1.5, "text", b"bytes", None.__class__.__name__, bytearray(b"ba"): random.seed(seed); print(random.random(), random.randint(0, 10**30))
random.seed("v1", version=1); print(random.random())
r1, r2 = random.Random(7), random.Random(7); print(r1.random() == r2.random(), r1.getstate() == r2.getstate()); state = r1.getstate(); a = [r1.random() for _ in range(3)]; r1.setstate(state); print(a == [r1.random() for _ in range(3)], len(state[1]), state[0], state[2])
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: random.choice([])); attempt(lambda: random.randint(5, 1)); attempt(lambda: random.randrange(0)); attempt(lambda: random.randrange(1, 5, 0)); attempt(lambda: random.sample([1, 2], 3)); attempt(lambda: random.sample({1, 2}, 1)); attempt(lambda: random.choices([], k=1)); attempt(lambda: random.choices("ab", weights=[1], k=1)); attempt(lambda: random.choices("ab", weights=[0, 0])); attempt(lambda: random.seed([])); attempt(lambda: random.getrandbits(-1)); attempt(lambda: random.shuffle("abc")); attempt(lambda: random.randrange(1.5)); attempt(lambda: random.setstate(5)); attempt(lambda: random.sample([1], -1)); attempt(lambda: random.choices("ab", weights=[1, 2], cum_weights=[1, 3]))
random.seed(1); print([random.randrange(2**k) for k in (1, 8, 31, 32, 33, 64, 65, 128)], random.getrandbits(0), random.randint(-10**20, 10**20)); print(all(0 <= random.SystemRandom().random() < 1 for _ in range(5)), len(random.SystemRandom().randbytes(3)))
class Own(random.Random):
    def random(self): return 0.25
print(Own().uniform(0, 4))
