"""deque: both ends, a longest length, rotation, and what changing it while iterating gives."""
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2])
print(d.pop(), d.popleft(), d)
d.extend("ab")
d.extendleft("cd")
print(d, list(reversed(d)))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.index("a"), d.count(2))
d.remove("a")
d.insert(1, "x")
print(d, "x" in d)
last = deque(maxlen=3)
for n in range(6):
    last.append(n)
print(last, last.maxlen, last + deque([9]), last * 2)
try:
    last.insert(0, 1)
except IndexError as e:
    print("IndexError:", e)
last.appendleft("front")
print(last, last == deque(["front", 3, 4]), last < deque(["g"]))
for wrong in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1]).remove(2), lambda: deque([1])[3],
              lambda: deque(maxlen=-1), lambda: deque(5), lambda: deque([1]).index(7), lambda: deque() + [1]):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
try:
    for item in d:
        d.append(item)
except RuntimeError as e:
    print("RuntimeError:", e)
copied = d.copy()
copied.clear()
print(copied, bool(copied), len(d))
d.reverse()
print(d)
nested = deque()
nested.append(nested)
print(nested)
