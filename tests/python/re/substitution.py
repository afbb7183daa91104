# sub and subn: templates, functions, counts, empty matches.
import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', count=2), re.subn('a', 'b', 'banana'), re.subn('x', 'y', 'banana'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<a>\w)(?P<b>\w)', r'\g<b>\g<a>\g<0>', 'abcd'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '-', 'abc'), re.sub('b*', '<>', 'abbc'), re.sub(r'\b', '|', 'one two'))
print(re.sub('a', r'\n\t\\\x'[:-2], 'a-a'), repr(re.sub('a', r'[\a\b\f\v\r]', 'a')), re.sub('a', r'\.\-\*', 'a'))
print(re.sub('(a)|b', r'[\1]', 'ab'), re.sub('(a)', r'\g<1>0', 'a'), re.sub('(a)', r'\1\060\x'[:6], 'a'), repr(re.sub('a', r'\0\07', 'a')))
print(re.sub(r'\d+', lambda m: str(int(m.group()) * 2), 'a1b22'), re.sub('a', lambda m: '', 'banana'), re.sub('.', lambda m: m.group() * 2, 'abc', count=2))
print(re.compile('(?i)b+').sub('x', 'aBBb', 1), re.compile(b'a').sub(b'x', b'banana'), re.sub(b'(a)', b'<\\1>', b'ba'), re.compile(b'a').sub(lambda m: b'__', bytearray(b'ba')))
text = 'unchanged'
print(re.sub('x', 'y', text) is text, re.subn(b'x', b'y', b'abc'))


def dash(m):
    return ' ' if m.group(0) == '-' else '-'


print(re.sub('-{1,2}', dash, 'pro----gram-files'))
for template in (r'\1', r'\2', r'\g', r'\g<', r'\g<1', r'\g<>', r'\g<x>', r'\g<1a>', r'\g<-1>', r'\g<9>', r'\q', '\\', r'\400', r'\g<n> \g<m>', 'a\n\\z', r'\99', r'\8'):
    try:
        print(repr(template), repr(re.sub('(?P<n>a)', template, 'a')))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__, e)
for replacement in (1, None, b'x', lambda m: 1, lambda m: b'x'):
    try:
        print(re.sub('a', replacement, 'xay'))
    except TypeError as e:
        print('TypeError', e if not isinstance(replacement, (int, bytes)) else '')
