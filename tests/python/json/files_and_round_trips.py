# dump and load on files, round trips, deep nesting.
import io
import json

out = io.StringIO()
json.dump({'a': [1, 2.5, None], 'b': 'é'}, out)
print(out.getvalue())
out.seek(0)
print(json.load(out))
print(json.load(io.BytesIO(b'["bytes", 1]')), json.load(io.StringIO('{"k": 1}'), object_hook=list))
out = io.StringIO()
json.dump([1, {'x': ()}], out, indent=2, sort_keys=True)
print(out.getvalue())

data = {'numbers': list(range(50)), 'floats': [i / 7 for i in range(20)], 'text': ['x' * i for i in range(10)],
        'nested': {str(i): {'i': i, 'half': i / 2, 'odd': bool(i % 2), 'none': None} for i in range(20)}}
text = json.dumps(data)
print(len(text), json.loads(text) == data, json.dumps(json.loads(text)) == text)
print(json.loads(json.dumps(data, indent=3)) == data)

deep = json.loads('[' * 2000 + ']' * 2000)
depth = 0
while deep:
    deep, depth = deep[0], depth + 1
print(depth)
nested = []
for i in range(3000):
    nested = [nested] if i % 2 else {'k': nested}
print(len(json.dumps(nested)))
for text in ['[' * 100000, '{"a":' * 100000]:
    try:
        json.loads(text)
    except RecursionError as e:
        print('RecursionError:', e)
