# Lists changed while they are iterated, sorted, compared or searched.
items = [1, 2, 3, 4]
for item in items:
    if item % 2 == 0:
        items.remove(item)
print(items)
items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen)
items = [5, 3, 4]
def key(value):
    items.append(value)
    return value
try:
    items.sort(key=key)
except ValueError as error:
    print(error)
print(items)
class Clearing:
    def __init__(self, target): self.target = target
    def __eq__(self, other):
        self.target.clear()
        return False
target = []
target += [1, Clearing(target), 2, 3]
print(target.count(7), target)
target += [Clearing(target), 1, 2]
try:
    print(target.index(9))
except ValueError as error:
    print(error)
target += [Clearing(target), 1]
try:
    target.remove(8)
except ValueError as error:
    print(error)
target += [Clearing(target), 1]
print(5 in target, target)
target += [Clearing(target), 1]
print(target == [0, 1])
class Shrink:
    def __init__(self, target): self.target = target
    def __repr__(self):
        self.target.clear()
        return "shrunk"
target = [1]
target += [Shrink(target), 3, 4]
print(repr(target), target)
class Late:
    def __del__(self):
        holder.append("late")
holder = []
holder[:] = [Late(), 1]
holder[:] = []
print(holder)
