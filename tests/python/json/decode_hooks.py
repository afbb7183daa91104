# What the hooks of a decoder are called with.
import json
from collections import OrderedDict

text = '{"b": 1.50, "a": [10, -3, {"c": NaN}], "d": {}, "e": -Infinity}'
print(json.loads(text, object_pairs_hook=lambda pairs: pairs))
print(json.loads(text, object_hook=lambda d: sorted(d)))
print(json.loads(text, parse_float=lambda s: 'float ' + s, parse_int=lambda s: 'int ' + s,
                 parse_constant=lambda s: 'constant ' + s))
print(json.loads('{"x": 1, "y": 2}', object_pairs_hook=OrderedDict))
print(json.loads('{"x": 1}', object_hook=lambda d: 'hook', object_pairs_hook=lambda p: 'pairs win'))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


def as_point(d):
    return Point(d['x'], d['y']) if d.get('__point__') else d


print(json.loads('[{"__point__": true, "x": 1, "y": 2}, {"x": 3}]', object_hook=as_point))


def refuse(d):
    raise LookupError(f'no {d}')


try:
    json.loads('[1, {"deep": {"a": 1}}]', object_hook=refuse)
except LookupError as e:
    print(e)
try:
    json.loads('[1, 2.5]', parse_float=int)
except ValueError as e:
    print(e)
