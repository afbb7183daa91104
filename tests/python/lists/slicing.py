# Slices of lists: reading, assigning, deleting, steps and odd bounds.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

digits = list(range(10))
print(digits[2:5], digits[:3], digits[-3:], digits[::3], digits[::-1], digits[8:2:-2], digits[5:2], digits[-100:100], digits[100:])
print(digits[None:None:None], digits[True:4], digits[slice(1, 3)])
attempt(lambda: digits[::0])
attempt(lambda: digits["a":])
attempt(lambda: digits[1.0:])
attempt(lambda: digits[1, 2])
def changed(key, value):
    copy = digits[:]
    copy[key] = value
    return copy
attempt(lambda: changed(slice(1, 4), "ab"))
attempt(lambda: changed(slice(1, 1), [7, 8]))
attempt(lambda: changed(slice(5, 2), ["x"]))
attempt(lambda: changed(slice(None), []))
attempt(lambda: changed(slice(None, None, 2), "abcde"))
attempt(lambda: changed(slice(None, None, 2), "abc"))
attempt(lambda: changed(slice(None, None, -1), range(10)))
attempt(lambda: changed(slice(1, 3), 5))
attempt(lambda: changed(slice(0, 10, 2), 5))
attempt(lambda: changed(slice(8, 100), (x * x for x in range(3))))
def without(key):
    copy = digits[:]
    del copy[key]
    return copy
attempt(lambda: without(slice(2, 5)))
attempt(lambda: without(slice(None, None, 3)))
attempt(lambda: without(slice(None, None, -4)))
attempt(lambda: without(slice(5, 2)))
attempt(lambda: without(slice(None)))
self_assigned = [1, 2, 3]
self_assigned[1:1] = self_assigned
print(self_assigned)
self_assigned[::2] = self_assigned[1::2]
print(self_assigned)
part = slice(1, 10, 2)
print(part, part.start, part.stop, part.step, part.indices(6), slice(None, None, -1).indices(4), slice(5), slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3))
attempt(lambda: part.indices(-1))
attempt(lambda: slice())
class Recorder:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
recorder = Recorder()
print(recorder[1:2], recorder[::3, ...], recorder[1:2, 3], recorder[:], recorder[()])
recorder[1:2] = 5
del recorder[::2]
