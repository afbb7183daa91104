# array.array as a sequence.
import copy
import pickle
from array import array, typecodes


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


print(typecodes, [array(c).itemsize for c in 'bBhHiIlLqQfd'], [array(c).typecode for c in 'bd'])
a = array('i', [5, 1, 4])
a.append(2)
a.extend([7, 8])
a.extend(array('i', (9,)))
a.insert(0, -1)
a.insert(100, 10)
a.insert(-1, 99)
print(a, len(a), a[0], a[-1], a[2:5], a[::-2], a.pop(), a.pop(0), a.index(4), a.count(7), 4 in a, 'x' in a)
a.remove(99)
a.reverse()
print(a.tolist(), list(a), sum(a), max(a), sorted(a), [x * 2 for x in a])
a[0] = 100
a[1:3] = array('i', [1, 2, 3, 4])
print(a)
a[::2] = array('i', [0] * len(a[::2]))
del a[1], a[-1]
del a[1:3]
print(a, a + a, a * 2, 2 * a, a * 0, a * -1)
b = a
b += array('i', [1])
b *= 2
print(b is a, a, a == array('d', [float(x) for x in a]), a < array('i', [1]), a != [1], array('i') == array('i'))
del a[::2]
print(a, copy.copy(a), copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)), a.__reduce_ex__(2)[1])
print(array('d', [1.5, -2]), array('f', [0.1]), array('w', 'añ😀'), array('w', 'ab').tounicode(), array('b', b'\xff\x01'), array('B', bytearray(b'ab')), array('i', (x for x in range(3))), array('d', array('i', [1])))
a = array('q', range(5))
a[1:1] = a
print(a, iter(a).__class__.__name__, list(reversed(a))[:2], array('Q', [2 ** 64 - 1, 2 ** 63]), array('q', [-2 ** 63, 2 ** 63 - 1]))
a.clear()
print(a, bool(a), array('l', [True, False]))


class Mine(array):
    def total(self):
        return sum(self)


print(Mine('i', [1, 2]).total(), isinstance(Mine('b'), array))
match array('i', [1, 2, 3]):
    case [first, *rest]:
        print(first, rest)
