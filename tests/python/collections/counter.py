"""Counter: counting, arithmetic, comparison."""
from collections import Counter

words = Counter("the cat and the hat and the bat".split())
print(words, words["the"], words["dog"], words.total())
print(words.most_common(2), sorted(words.elements()))
words.update(["cat", "cat"])
words.subtract({"the": 5})
print(words, +words, -words)
a, b = Counter(x=3, y=1), Counter(x=1, y=2, z=4)
print(a + b, a - b, a & b, a | b)
print(a <= b, Counter(x=1) <= a, a == Counter(y=1, x=3), a != b)
a += b
print(a)
a -= Counter(z=9)
print(a)
del a["nothing"]
print(dict(Counter("abracadabra").most_common()), Counter("aab").most_common()[:-2:-1])
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print("NotImplementedError:", e)
c = Counter(a=1)
c["b"] += 5
print(c, repr(Counter()), c.copy() == c, type(c.copy()).__name__)
print(Counter(a=1, b=0) == Counter(a=1), sorted((c | Counter(b=9)).items()))
