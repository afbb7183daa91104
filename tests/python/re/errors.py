# What is wrong with a pattern, and where.
import re

patterns = ['(', ')', 'a)', '(a', '(?:a', '(?P<n>a', '(?=a', '[', '[a', '[^', '[a-', '[]', '[z-a]', r'[a-\d]', r'[\d-z]', '*', '+a', '?', 'a|*', '(*)', '^*', '$+',
            'a**', 'a*{2}', 'a{2}{3}', 'a{3,2}', 'a{99999999999}', r'\\'[:1], 'a\\', r'\q', r'\y1', r'[\q]', r'\x', r'\x1', r'\u12', r'\U0000000', r'\U00110000', r'\N', r'\N{',
            r'\N{}', r'\N{NO SUCH THING}', r'\400', r'[\400]', r'[\8]', r'\1', r'\2(a)', r'(\1)', r'(?P=n)', '(?P<n>(?P=n))', '(?P<n>a)(?P<n>b)', '(?P<1>a)', '(?P<>a)', '(?P<a-b>c)',
            '(?P<n', '(?P<', '(?P=', '(?P=n', '(?P>a)', '(?P', '(?', '(?<', '(?<a>b)', '(?z)', '(?i', '(?i-', '(?i-i:a)', '(?-', '(?-a:b)', '(?ia', '(?iz)', '(?i1)', '(?-z:a)', '(?i-m', '(?au:a)',
            '(?L)a', '(?L:a)', 'a(?i)', '(a(?i)b)', '(?#', '(?#abc', '(?(1)a|b|c)', '(?(1)a', '(?(', '(?()a)', '(?(0)a)', '(?(5)a)', '(?(n)a)', '(?(a-b)c)', '(?<=a*)', '(?<!a|bb)', '(?<=(a)\\1)',
            r'(?<=(?P<x>a)(?P=x))', '(?<=', 'é(', 'a\nb(', 'line\n\n[', '(?i)(?', '((((', 'x{1}{2}', '(?x) ( # c', 'a{1,2}{3}', '(?:a*)*', '(?:^)*', '[[a]', 'a{', 'a{,', '{1}', '()*']
for pattern in patterns:
    try:
        re.compile(pattern)
        print(repr(pattern), 'is fine')
    except re.error as e:
        print(repr(pattern), '->', e, '|', e.msg, e.pos, e.lineno, e.colno)
    except (OverflowError, ValueError, RecursionError) as e:
        print(repr(pattern), '->', type(e).__name__, e)
for args in [('a', re.A | re.U), (b'a', re.U), ('a', re.L), (b'(?u)a', 0), (b'(?L)(?a)a', 0), (b'(?P<\xe9>a)', 0)]:
    try:
        re.compile(*args)
        print(args, 'is fine')
    except (re.error, ValueError) as e:
        print(args, type(e).__name__, e)
print(re.error is re.PatternError, re.PatternError.__name__, re.error.__module__, issubclass(re.error, Exception))
e = re.PatternError('why', 'a\nbc', 3)
print(e, e.lineno, e.colno, re.PatternError('just words'))
for call in (lambda: re.compile(3), lambda: re.match('a', 3), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.compile(re.compile('a'), re.I),
             lambda: re.sub('a', 3, 'a'), lambda: re.compile('a').match(), lambda: re.compile(None), lambda: re.search('a', None), lambda: re.findall('a', ['a'])):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
