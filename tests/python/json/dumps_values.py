# dumps writes each type as CPython does.
import json

for value in [None, True, False, 0, -1, 10 ** 30, -10 ** 20, 1.0, 1.5, -0.0, 1e100, 1e-7, 0.1 + 0.2, float('nan'),
              float('inf'), float('-inf'), '', 'a"b\\c', 'tab\tnew\nret\rff\fbs\b', '\x00\x1f\x7f', 'é日😀', '\ud800', [],
              (), {}, [1, (2, 3), [4]], {'a': {'b': []}}, {1: 2, None: 3, True: 4, 1.5: 5}, '</script>', [[], [[]], {}],
              1e16, 123456789.123, 1e22, 5e-324]:
    print(json.dumps(value))
print(json.dumps('é日😀\u2028', ensure_ascii=False), json.dumps({'é': 1}, ensure_ascii=False))
print(json.dumps([1, {'a': 2}], separators=(',', ':')), json.dumps([1, 2], separators=(' ; ', ' = ')))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), json.dumps({3: 'x', 1: 'y', 20: 'z'}, sort_keys=True))


class Number(int):
    def __repr__(self):
        return 'not shown'


class Real(float):
    def __str__(self):
        return 'not shown'


class Text(str):
    pass


class Row(list):
    pass


class Table(dict):
    pass


print(json.dumps([Number(5), Real(2.5), Text('t'), Row([1]), Table(a=1)]), json.dumps({Number(7): 1, Real(0.5): 2, Text('k'): 3}))
print(json.dumps({False: 0, None: None, -2: 'minus', 1e300: 'big', float('inf'): 'inf'}))
