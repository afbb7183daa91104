# The names of module json and what they say of themselves.
import json
import json.decoder
import json.encoder

print(json.__all__)
print(json.JSONDecodeError is json.decoder.JSONDecodeError, json.JSONEncoder is json.encoder.JSONEncoder)
print(json.JSONDecodeError.__mro__[1].__name__, json.JSONDecodeError.__module__)
e = json.JSONDecodeError('Why', 'line\nhere x', 10)
print(e, e.args, e.lineno, e.colno)
print(json.encoder.encode_basestring('é"\n'), json.encoder.encode_basestring_ascii('é"\n😀'))
print(json.decoder.scanstring('abc" rest', 0), json.decoder.scanstring('x"\\n"', 2))
for call in (lambda: json.loads(), lambda: json.dumps(), lambda: json.loads('1', 2), lambda: json.dumps(1, 2)):
    try:
        call()
    except TypeError as e:
        print(e)
