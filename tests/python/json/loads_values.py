# loads gives each kind of JSON value its Python type.
import json

for text in ['null', 'true', 'false', '0', '-0', '-1', '12345678901234567', '123456789012345678901234567890',
             '1.5', '-0.0', '1e3', '1E+3', '1e-7', '2.5e10', '""', '"a"', '[]', '{}', '[1, [2, [3]]]',
             '{"a": {"b": [null]}}', ' \t\n\r[ 1 , 2 ] \n', 'NaN', 'Infinity', '-Infinity', '1e400', '[[], {}, ""]',
             '{"x": 1, "x": 2}', '0.1', '-2.2250738585072014e-308', '1.7976931348623157e308', '5e-324']:
    value = json.loads(text)
    print(text.strip(), '->', type(value).__name__, repr(value))
print(json.loads(b'[1, "\xc3\xa9"]'), json.loads(bytearray(b'{"k": 0}')))
print(json.loads('"é"'.encode('utf-16')), json.loads('["é"]'.encode('utf-16-le')), json.loads('["é"]'.encode('utf-32-be')))
print(json.loads('\ufeff'.encode() + b'3'))
