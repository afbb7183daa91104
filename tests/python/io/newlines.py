# Text files: every newline mode, reading by pieces, what ends a line and what does not, places.
import io
import os

path = '/tmp/gilbox_newlines_test.txt'
with open(path, 'wb') as f:
    f.write(b'a\r\nb\rc\nd\x0be\xe2\x80\xa8f')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(path, newline=newline, encoding='utf-8') as f:
        print(repr(newline), list(f))
    with open(path, newline=newline, encoding='utf-8') as f:
        print('   ', f.readline(), repr(f.readline(1)), repr(f.read(2)), f.readlines())
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(path, 'w', newline=newline) as f:
        print(f.write('x\ny\r\n'), end=' ')
    with open(path, 'rb') as f:
        print(f.read())
with open(path, 'w') as f:
    f.writelines(['one\n', 'two\n', 'three'])
with open(path) as f:
    print(next(f))
    for call in (f.tell, lambda: f.seek(1, 1), lambda: f.seek(-1, 2)):
        try:
            call()
        except (OSError, io.UnsupportedOperation) as e:
            print(type(e).__name__, e)
    print(f.readlines(1), list(f), repr(f.readline()), f.tell())
    print(f.seek(4), f.read(3), f.tell(), f.seek(0, 2), repr(f.read()))
for args in (('w', 0), ('q',), ('rw',), ('rbt',), ('',)):
    try:
        open(path, *args)
    except ValueError as e:
        print(args, e)
for kw in ({'encoding': 'no-such'}, {'newline': 'x'}):
    try:
        open(path, **kw)
    except (LookupError, ValueError) as e:
        print(type(e).__name__, e)
with open(path, 'wb') as f:
    f.write(b'ab\xffcd')
for errors in ('ignore', 'replace', 'surrogateescape', 'backslashreplace', 'strict'):
    try:
        with open(path, errors=errors, encoding='utf-8') as f:
            print(ascii(f.read()))
    except UnicodeDecodeError as e:
        print(e)
os.remove(path)
