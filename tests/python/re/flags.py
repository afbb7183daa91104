# Flags by argument, inline and scoped; case without regard to script; ASCII and bytes.
import re

print(re.I, re.IGNORECASE | re.M, re.A, re.S, re.X, re.U, re.L, re.NOFLAG, repr(re.I | re.X), int(re.I | re.S), re.I == 2, re.RegexFlag(8))
print(re.compile('a', re.I).flags, re.compile('(?im)a').flags, re.compile(b'a').flags, re.compile('a', re.A).flags, re.compile('(?a)a').flags, type(re.compile('a').flags))
for text, flags in [('a', 0), ('a', re.I), ('a', re.I | re.M | re.S | re.X | re.A), (b'a', re.L | re.I), ('x' * 250, re.M), ("it's", 0)]:
    print(repr(re.compile(text, flags)))
print(re.findall('straße', 'STRASSE straße STRAßE', re.I), re.findall('[à-ý]+', 'ÀÉ éà', re.I), re.findall('σ', 'Σσς', re.I), re.findall('[ς]', 'Σσς', re.I), re.findall('k', 'kK\u212a', re.I), re.findall('ſ', 'sSſ', re.I))
print(re.findall('k', 'kK\u212a', re.I | re.A), re.findall('[k]', 'kK\u212a', re.I | re.A), re.findall('i', 'iIİı', re.I), re.findall('(é)\\1', 'éÉ', re.I), re.findall('[^a]', 'aAb', re.I))
print(re.findall(r'\w+', 'naïve 日本 a_1 ٣'), re.findall(r'\w+', 'naïve 日本', re.A), re.findall(r'\d', '1٣४'), re.findall(r'\d', '1٣', re.A), re.findall(r'\s', ' \u2003\xa0\x1c'), re.findall(r'\s', ' \u2003\x1c', re.A))
print(re.findall(r'\b', 'é'), re.findall(r'\b', 'é', re.A), re.findall(rb'\w+', 'é'.encode()), re.findall(b'(?i)A', b'aA'), re.findall(r'[\W\d]', 'a1 é', re.A), re.findall(r'[^\W\d]', 'a1 é_'))
print(re.findall(r'(?i:a)b', 'ab Ab aB'), re.findall(r'(?-i:a)b', 'ab Ab aB', re.I), re.findall('(?s:.)(.)', '\n\na'), re.findall('(?m:^)a', 'a\na'), re.findall('(?a:\\w)\\w', 'aéé'), re.findall('(?x: a b )c d', 'abc d'))
print(re.findall(r'''(?x)
    (\d+)   # whole
    \s*     # space
    ([#])   # hash
    ''', '12 # 3#'))
print(re.compile('a', re.I) == re.compile('a', re.I), re.compile('a') == re.compile('a', re.I), re.compile('a') == re.compile(b'a'), hash(re.compile('q')) == hash(re.compile('q')), len({re.compile('a'), re.compile('a')}))
print(re.compile('(?P<x>a)(?P<y>b)(c)').groupindex, re.compile('(a)(?:b)(c)').groups, dict(re.compile('(?P<x>a)').groupindex), re.compile('a').pattern, re.compile(b'a').pattern)
