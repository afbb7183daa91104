"""Dining philosophers who take the lower fork first: everyone eats."""
import threading

forks = [threading.Lock() for _ in range(5)]
eaten = [0] * 5


def dine(n):
    first, second = sorted((n, (n + 1) % 5))
    for _ in range(20):
        with forks[first]:
            with forks[second]:
                eaten[n] += 1


threads = [threading.Thread(target=dine, args=(n,), name=f"philosopher {n}") for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(eaten)
