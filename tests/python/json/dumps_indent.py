# indent: numbers, texts, zero, empty containers, with sort_keys and separators.
import json

data = {'name': 'x', 'list': [1, 2, {'deep': [[], {}, [3]]}], 'empty': [], 'none': {}, 'tuple': (1,)}
for indent in (0, 1, 2, 4, '\t', '--', ''):
    print(repr(indent))
    print(json.dumps(data, indent=indent))
print(json.dumps(data, indent=2, sort_keys=True, separators=(', ', ' : ')))
print(json.dumps([], indent=4), json.dumps({}, indent=4), json.dumps('x', indent=4), json.dumps([1], indent=None))
print(json.dumps([[1, 2], [3, 4]], indent=-1))
