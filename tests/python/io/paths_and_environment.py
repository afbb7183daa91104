# os.path.commonpath and os.environ.
import os

for paths in (['/a/b', '/a/c'], ['/a/b/c', '/a/b'], ['a/b', 'a/./c'], ['/a', '/b'], ['x', 'y'], ['/usr/lib']):
    print(paths, repr(os.path.commonpath(paths)))
for paths in ([], ['/a', 'b']):
    try:
        os.path.commonpath(paths)
    except ValueError as e:
        print(e)
os.environ['GILBOX_TEST'] = 'yes'
print(os.getenv('GILBOX_TEST'), os.environ.get('GILBOX_NONE', 'no'), 'GILBOX_TEST' in os.environ, os.environ.setdefault('GILBOX_TEST', 'x'))
for key, value in ((1, 'x'), ('x', 1), ('x', None)):
    try:
        os.environ[key] = value
    except TypeError as e:
        print(e)
del os.environ['GILBOX_TEST']
try:
    os.environ['GILBOX_TEST']
except KeyError as e:
    print('KeyError', e)
print(repr(os.environ)[:9], type(os.environ.copy()).__name__)
