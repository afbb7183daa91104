"""random with a seed: the numbers are CPython's."""
import random

random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 6), random.randrange(0, 100, 5), random.choice("abcdef"))
deck = [f"{rank}{suit}" for suit in "SHDC" for rank in "A23456789TJQK"]
random.shuffle(deck)
print(deck[:10], random.sample(deck, 4), random.choices(["red", "black"], weights=[18, 20], k=6))
print(round(random.uniform(1, 10), 12), round(random.gauss(0, 1), 10), round(random.expovariate(2), 10), round(random.betavariate(2, 3), 10), round(random.triangular(0, 10, 3), 10))
r = random.Random("text seed")
print(r.random(), r.getrandbits(70), r.randbytes(5), r.sample(range(10 ** 9), 3), r.binomialvariate(10, 0.3))
state = r.getstate()
first = [r.random() for _ in range(2)]
r.setstate(state)
print(first == [r.random() for _ in range(2)], random.Random(1).random() == random.Random(1).random(), random.Random(b"b").random(), random.Random(2.5).random())
print(random.Random(7).sample("aab", 2, counts=[1, 1, 3]), random.Random(3).choices("ab", cum_weights=[1, 10], k=5))
for wrong in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(3, 1), lambda: random.choices([1], weights=[0]), lambda: random.sample({1, 2}, 1), lambda: random.randrange(0), lambda: random.seed([]), lambda: random.choices("ab", weights=[1])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)


def estimate(n, seed):
    r = random.Random(seed)
    return 4 * sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(n)) / n


print(estimate(5000, 1))
