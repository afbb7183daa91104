# Many patterns on many texts: what each finds.
import re

cases = [
    (r'a.c', 'abc a\nc axc'), (r'a*?b', 'aaab'), (r'(a+)(a*)', 'aaa'), (r'(a+?)(a*)', 'aaa'), (r'[^\s,]+', 'a, b\tc'),
    (r'\bfoo\b', 'foo food foo'), (r'\Boo', 'foo oo'), (r'(\w)\1', 'aabccd'), (r'(?P<q>[\'"]).*?(?P=q)', '\'a"b\' "c"'),
    (r'(?:ab)+', 'ababab ab'), (r'(ab)+', 'ababab'), (r'a{2}', 'aaaaa'), (r'a{2,3}', 'aaaaa'), (r'a{,2}', 'aaa'), (r'a{2,}?', 'aaaa'),
    (r'a{,}b', 'aaab'), (r'x{a}', 'x{a}'), (r'{}', '{}'), (r'a{1', 'a{1'), (r'foo(?=bar)', 'foobar foobaz'), (r'foo(?!bar)', 'foobar foobaz'),
    (r'(?<=\$)\d+', '$12 34'), (r'(?<!\$)\b\d+', '$12 34'), (r'(?<=ab|cd)x', 'abx cdx ex'), (r'(<)?\w+(?(1)>)', '<a> b <c'),
    (r'(?P<o>\()?x(?(o)\)|!)', '(x) x! (x'), (r'(?>a+)b', 'aaab'), (r'(?>a|ab)c', 'abc'), (r'a++b', 'aab'), (r'a*+a', 'aaa'), (r'a?+a', 'a'),
    (r'(?:a|b)++c', 'ababc'), (r'^\w+$', 'one'), (r'(?m)^\w+$', 'one\ntwo\nthree'), (r'\A\w+', 'one two'), (r'\w+\Z', 'one two'),
    (r'\w+$', 'one\n'), (r'(?s)a.b', 'a\nb'), (r'(?i)HeLLo', 'hello HELLO'), (r'(?i:a)b', 'Ab AB'), (r'(?i)a(?-i:b)', 'Ab AB'),
    (r'(?x) a  b # comment', 'ab'), (r'(?x) [ ] \  \#', '  #'), (r'[]]+', ']]'), (r'[^]]+', 'a]b'), (r'[a-]+', 'a-a'), (r'[-a]+', '-a'), (r'[\]\\]+', ']\\'),
    (r'[\w.]+@[\w.]+', 'mail me@x.org or you@y.co.uk'), (r'\d{3}-\d{4}', '555-1234 55-123'), (r'(\d+)\.(\d+)?', '3.14 5.'), (r'\x41\u0042\103\n', 'ABC\n'),
    (r'[\x41-\x43]+', 'xABCD'), (r'\t|\r|\f|\v|\a', '\t\r\f\v\a'), (r'(a|b|c|d)+', 'abcdx'), (r'(a*)*', 'aab'), (r'(a*)+', 'b'), (r'(a|b*)*', 'abba'),
    (r'(?:(a)|(b))*', 'ab'), (r'((a)|b)*', 'ab'), (r'(a)?(?(1)b|c)', 'ab c'), (r'(.*)(\d)', 'abc12'), (r'(.*?)(\d)', 'abc12'), (r'', 'ab'), (r'()', 'a'), (r'|a', 'a'), (r'a||b', 'ab'),
    (r'(?#comment)a', 'a'), (r'(?=(a))', 'aa'), (r'(?=.*b)a', 'ab'), (r'(?!)', 'a'), (r'(?:)+', 'a'), (r'[\d\-x]+', '1-x'), (r'\.\*\?', '.*?'),
    (r'\N{BULLET}', '•'), (r'(x)(y)?(z)?', 'xz'), (r'(?:a{2}){2}', 'aaaaa'), (r'(a{0}b)', 'ab'), (r'a{0}', 'a'), (r'(a){0}b', 'ab'), (r'(?:a?)*?b', 'aab'), (r'(?:a?){3}', 'aa'),
    (r'(\w+)\s+\1', 'the the cat cat'), (r'(?i)(\w+)\s+\1', 'The the'), (r'\0', '\0'), (r'\08', '\x008'), (r'(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10', 'abcdefghijj'),
]
for pattern, text in cases:
    p = re.compile(pattern)
    print(repr(pattern), [(m.span(), m.groups()) for m in p.finditer(text)], p.match(text) and p.match(text).lastindex)
