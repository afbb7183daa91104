# What arrays refuse.
from array import array


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


limits = {'b': 7, 'B': 8, 'h': 15, 'H': 16, 'i': 31, 'I': 32, 'l': 63, 'L': 64, 'q': 63, 'Q': 64}
for code, bits in limits.items():
    attempt(lambda: array(code, [2 ** bits - 1]))
    attempt(lambda: array(code, [2 ** bits]))
    attempt(lambda: array(code, [-2 ** bits - 1]))
    attempt(lambda: array(code, [2 ** 100]))
    attempt(lambda: array(code, ['x']))
    attempt(lambda: array(code, [1.5]))
attempt(lambda: array('f', ['x']))
attempt(lambda: array('w', ['ab']))
attempt(lambda: array('z'))
attempt(lambda: array('ii'))
attempt(lambda: array())
attempt(lambda: array('i', b'123'))
attempt(lambda: array('i', 'abc'))
attempt(lambda: array('i', 5))
attempt(lambda: array('i', array('d', [1.5])))
x = array('i', range(5))
attempt(lambda: x[9])
attempt(lambda: x['a'])
attempt(lambda: x.pop(9))
attempt(lambda: array('i').pop())
attempt(lambda: x.remove(9))
attempt(lambda: x.index(9))
attempt(lambda: x.index(3, 1, 3))
attempt(lambda: x + [1])
attempt(lambda: x + array('d'))
attempt(lambda: x.extend('a'))
attempt(lambda: x.extend(array('d', [1])))
attempt(lambda: x.append('x'))
attempt(lambda: x.frombytes(b'123'))
attempt(lambda: x.fromlist((1,)))
attempt(lambda: x.fromlist([1, 'x']))
attempt(lambda: x.__setitem__(slice(0, 1), [1]))
attempt(lambda: x.__setitem__(slice(0, 4, 2), array('i', [1])))
attempt(lambda: x.__setitem__(9, 1))
attempt(lambda: x.__delitem__(9))
attempt(lambda: hash(x))
attempt(lambda: x < 3)
attempt(lambda: x * 'a')
attempt(lambda: x.__iadd__([1]))
attempt(lambda: array('B', b'ab').tounicode())
attempt(lambda: array('i', initializer=[1]))
print(x)
