# __hash__ keeps what fits in 64 bits; larger values are reduced.
class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


for value in (0, -1, -2, 2**61 - 1, 2**61, 2**62, 2**63 - 1, -2**63, 2**63, 2**64 + 5, -2**64, True):
    print(value, hash(Key(value)))
print(hash(Key(hash((1, 2, 3)))) == hash((1, 2, 3)))
try:
    hash(Key(1.5))
except TypeError as e:
    print(e)
from collections import defaultdict
d = defaultdict(list, a=[{"x": 1}])
d["me"] = d
print(defaultdict(int, b=2), d)
