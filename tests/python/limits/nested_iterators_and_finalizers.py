# Deep chains of native iterators and finalizers that make their own kind end in errors, not in a crash or a hang.
import itertools
def deep(wrap, times=100):
    it = iter([1, 2, 3])
    for _ in range(times): it = wrap(it)
    return it
print(list(deep(lambda it: map(lambda x: x + 1, it))))
print(list(deep(lambda it: filter(None, it))), list(deep(itertools.chain)), list(deep(lambda it: zip(it), 3)))
class Phoenix:
    born = 0
    def __init__(self): Phoenix.born += 1
    def __del__(self):
        if Phoenix.born < 50: Phoenix()
Phoenix()
print(Phoenix.born)
class Chain:
    gone = 0
    def __init__(self, next): self.next = next
    def __del__(self): Chain.gone += 1
head = None
for _ in range(20000): head = Chain(head)
head = None
print(Chain.gone)
# A finalizer that drops a long chain of its own.
class Holder:
    def __init__(self):
        self.items = None
        for _ in range(5000): self.items = [self.items]
    def __del__(self):
        self.items = None
        print("dropped")
holders = [Holder() for _ in range(3)]
del holders
print("end")
