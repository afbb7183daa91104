# default= and subclasses of JSONEncoder.
import json
from collections import OrderedDict, defaultdict, namedtuple, deque


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


calls = []


def default(o):
    calls.append(type(o).__name__)
    if isinstance(o, (set, frozenset)):
        return sorted(o)
    if isinstance(o, complex):
        return {'re': o.real, 'im': o.imag}
    if isinstance(o, Point):
        return [o.x, o.y]
    if isinstance(o, deque):
        return {'deque': list(o), 'also': {9}}
    raise TypeError(f'cannot {o!r}')


print(json.dumps([{3, 1, 2}, 1 + 2j, Point(1, {4}), deque([1, frozenset()])], default=default), calls)
try:
    json.dumps(b'', default=default)
except TypeError as e:
    print(e)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {'x': o.x, 'y': o.y}
        return super().default(o)


print(json.dumps({'p': Point(1, Point(2, 3))}, cls=Encoder), json.dumps([Point(1, 2)], cls=Encoder, indent=1))
print(Encoder(sort_keys=True, separators=('|', '=')).encode({'b': Point(0, 0), 'a': [1, 2]}))
try:
    Encoder().encode([object])
except TypeError as e:
    print(e)
print(json.JSONEncoder().encode({'foo': ['bar', 'baz']}), ''.join(json.JSONEncoder(indent=1).iterencode([1, [2]])))
Pair = namedtuple('Pair', 'a b')
print(json.dumps([OrderedDict(z=1, a=2), defaultdict(int, q=3), Pair(1, 'two')]))
e = json.JSONEncoder(skipkeys=True, indent=3)
print(e.skipkeys, e.ensure_ascii, e.check_circular, e.allow_nan, e.sort_keys, e.indent, repr(e.item_separator), repr(e.key_separator))


class Lines(json.JSONEncoder):
    item_separator = ',\n'

    def encode(self, o):
        return '<' + super().encode(o) + '>'


print(json.dumps([1, 2], cls=Lines))
