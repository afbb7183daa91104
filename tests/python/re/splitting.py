# split, findall and finditer.
import re

print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words, words.'), re.split(r'\W+', 'Words, words, words.', maxsplit=1))
print(re.split('[a-f]+', '0a3B9', flags=re.IGNORECASE), re.split(r'(\W+)', '...words, words...'), re.split(r'\b', 'Words, words.'), re.split(r'(\W*)', '..w..'))
print(re.split('', 'abc'), re.split('x*', 'axbc'), re.split('(x)|(y)', 'axbyc'), re.split('b', ''), re.split('z', 'abc'), re.split(',', 'a,b,c', maxsplit=-1))
print(re.split(b',', b'a,b'), re.split(r'(?<=,)', 'a,b,c'), re.compile(r'\s*,\s*').split('a , b,c', 1))
print(re.findall(r'\bf[a-z]*', 'which foot or hand fell fastest'), re.findall(r'(\w+)=(\d+)', 'set width=20 and height=10'), re.findall('(a)', 'aab'), re.findall('(a)|b', 'ab'))
print(re.findall('', 'ab'), re.findall('a*', 'baac'), re.findall('x', 'abc'), re.findall(b'.', b'ab'), re.compile('a').findall('aaaa', 1, 3), re.findall('((a)(b)?)', 'aab'))
for m in re.finditer(r'(?P<word>\w+ly)\b', 'He was carefully disguised but captured quickly by police.'):
    print('%02d-%02d: %s' % (m.start(), m.end(), m['word']))
it = re.finditer('a', 'aa')
print(iter(it) is it, next(it).span(), next(it).span(), next(it, 'end'), next(it, 'end'))
scanner = re.compile(r'\d|x').scanner('12a3x')
print(scanner.match(), scanner.match(), scanner.match(), scanner.search())
print([m.span() for m in re.compile('a|').finditer('baab')], [m.span() for m in re.finditer(r'\b|x', 'x xx')])


def tokens(code):
    table = [('NUMBER', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z]+'), ('OP', r'[+\-*/]'), ('NEWLINE', r'\n'), ('SKIP', r'[ \t]+'), ('MISMATCH', r'.')]
    for m in re.finditer('|'.join('(?P<%s>%s)' % pair for pair in table), code):
        if m.lastgroup not in ('SKIP', 'NEWLINE'):
            yield m.lastgroup, m.group()


print(list(tokens('total := total + price * 1.5;\n x?')))
