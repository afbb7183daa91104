# JSONDecodeError says what is wrong and where.
import json

texts = ['', ' ', '[', '{', '[1', '[1,', '[1,]', '[1 2]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}',
         '{a:1}', "{'a':1}", '{1:2}', '{"a":1 "b":2}', '[1]]', '1 2', '"abc', '"a\nb"', r'"\x"', r'"\u12"', r'"\u12zz"',
         r'"\ud800\u12"', '"\\', 'tru', 'nul', 'True', 'None', '+1', '.5', '-', '-a', '01', '1.', '1.e3', '1e', '0x10',
         'Nan', 'Infinit', '-Infinit', '[\n  1,\n  2,\n  oops\n]', '{"a": [1, {"b": }]}', '[,1]', '{,}', '\ufeff1',
         '[1]\n\n x', '"\x00"', "'a'", '[[[[', '{"a":{"b":{"c"', '/* c */ 1', '[1,\n\n]', '{"a": 1,\n}']
for text in texts:
    try:
        print(repr(text), 'is', json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), '->', e)
        assert e.doc == text and isinstance(e, ValueError)
        print('    ', e.msg, e.pos, e.lineno, e.colno)
for wrong in [None, 3, ['x'], object]:
    try:
        json.loads(wrong)
    except TypeError as e:
        print(e)
try:
    json.loads('9' * 5000)
except ValueError as e:
    print(type(e).__name__, e)
