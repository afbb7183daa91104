# raw_decode reads one value and says where it ended.
import json

decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": 1} trailing'))
print(decoder.raw_decode('xx[1,2]yy', 2), decoder.raw_decode('  7', idx=2))
for text, at in [(' 1', 0), ('', 0), ('1', 5), ('[', 0)]:
    try:
        print(decoder.raw_decode(text, at))
    except json.JSONDecodeError as e:
        print(repr(text), at, e)
try:
    decoder.raw_decode('1', -1)
except ValueError as e:
    print(e)


def stream(text):
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        yield value
        while at < len(text) and text[at].isspace():
            at += 1


print(list(stream('{"a": 1} [2]\n3 "four" null')))
print(decoder.decode('  [1]  '))
loose = json.JSONDecoder(strict=False, object_pairs_hook=tuple)
print(loose.decode('{"a": "x\ty"}'))


class Upper(json.JSONDecoder):
    def decode(self, s):
        return super().decode(s.lower())


print(json.loads('[TRUE, NULL]', cls=Upper))
import pickle
import copy
error = None
try:
    json.loads('[1,\n x]')
except json.JSONDecodeError as e:
    error = e
again = pickle.loads(pickle.dumps(error))
print(type(again).__name__, again, again.lineno, again.colno, again.pos)
