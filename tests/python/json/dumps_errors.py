# What cannot be encoded, and the words for it.
import json
import sys


def attempt(*args, **kw):
    try:
        print(json.dumps(*args, **kw))
    except (TypeError, ValueError) as e:
        print(type(e).__name__ + ':', e)


class Thing:
    pass


attempt({1, 2})
attempt(Thing())
attempt(b'bytes')
attempt(3 + 4j)
attempt(range(3))
attempt({'a': [1, {'b': Thing()}]})
attempt({(1, 2): 3})
attempt({b'k': 1})
attempt({Thing: 1})
attempt({(1, 2): 3, 'a': 1, b'x': {}, 'z': [2]}, skipkeys=True)
attempt({(1, 2): 3}, skipkeys=True)
attempt(float('nan'), allow_nan=False)
attempt([float('inf')], allow_nan=False)
attempt({'x': float('-inf')}, allow_nan=False)
attempt({float('nan'): 1}, allow_nan=False)
attempt({'a': 1, 2: 3}, sort_keys=True)
loop = []
loop.append([loop])
attempt(loop)
table = {}
table['self'] = {'inner': table}
attempt(table)
attempt(Thing(), default=lambda o: o)
shared = [1]
attempt([shared, shared, {'a': shared}])
attempt([shared, shared], check_circular=False)
try:
    json.dumps(loop, check_circular=False)
except (RecursionError, ValueError) as e:
    print(type(e).__name__)
attempt([], unknown=1)
attempt(10 ** 5000)
