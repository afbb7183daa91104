# Random list and slice operations against a digest.
import random
random.seed(11)
items, digest = [], 0
def bound(): return random.choice([None, random.randrange(-12, 12)])
for n in range(6000):
    k = random.randrange(14)
    try:
        if k == 0: items.append(n)
        elif k == 1: items.extend(range(random.randrange(4)))
        elif k == 2: items.insert(random.randrange(-20, 20), -n)
        elif k == 3: items.pop(random.randrange(-8, 8))
        elif k == 4: items.remove(random.randrange(5))
        elif k == 5: items[bound():bound()] = [n] * random.randrange(5)
        elif k == 6: del items[bound():bound():random.choice([1, 2, -1, 3])]
        elif k == 7: items[bound():bound():random.choice([2, -1, -3])] = list(range(random.randrange(6)))
        elif k == 8: items.reverse()
        elif k == 9 and n % 5 == 0: items.sort(key=lambda x: (x % 7, x))
        elif k == 10: items = items * random.choice([1, 1, 2]) if len(items) < 60 else items[:20]
        elif k == 11: items += items[::3]
        elif k == 12: digest += items.index(random.randrange(5)) + items.count(3)
        else: digest += sum(items[bound():bound():random.choice([1, -1, 2])])
    except (ValueError, IndexError) as e: digest += len(str(e))
    digest = (digest * 31 + len(items) + sum(items)) % 10**12
    if n % 300 == 0: print(n, items[:12], digest)
print(items, digest)
