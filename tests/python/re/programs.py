# What people do with patterns: a poker hand, a log, an URL, a template, snake case, CSV, roman numbers.
import re


def shown(m):
    return None if m is None else '<Match: %r, groups=%r>' % (m.group(), m.groups())


valid = re.compile(r'^[a2-9tjqk]{5}$')
print([shown(valid.match(hand)) for hand in ('akt5q', 'akt5e', 'akt', '727ak')])
pair = re.compile(r'.*(.).*\1')
print(pair.match('717ak').group(1), pair.match('718ak'), pair.match('354aa').group(1))

log = '''127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326
10.0.0.9 - bob [11/Oct/2000:14:00:01 -0700] "POST /form HTTP/1.1" 404 -'''
line = re.compile(r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
for m in line.finditer(log):
    print(m.groupdict())
url = re.compile(r'^(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?(?://(?P<host>[^/?#:]*)(?::(?P<port>\d+))?)?(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<rest>.*))?$')
for text in ('http://x.org:80/a/b?c=d#e', 'mailto:me@x.org', '//host/path', '/only/path', ''):
    print(url.match(text).groupdict())
print(re.sub(r'\{\{\s*(\w+)\s*\}\}', lambda m: {'name': 'Ann', 'n': '3'}.get(m[1], m[0]), 'Hi {{ name }}, {{n}} of {{ none }}'))
print([re.sub(r'(?<!^)(?=[A-Z])', '_', s).lower() for s in ('CamelCase', 'HTTPServer', 'x')], [re.sub(r'_(\w)', lambda m: m[1].upper(), s) for s in ('snake_case_here',)])
print(re.findall(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))', 'a,"b ""q"" c",,d'))
roman = re.compile(r'^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$')
print([bool(roman.match(n)) for n in ('MCMXCIV', 'IIII', 'XLII', '')])
print(re.sub(r'(\d)(?=(\d{3})+$)', r'\1,', '1234567'), re.findall(r'\b\w*?(\w)\1\w*\b', 'hello book tree sky'), re.sub(r'\s+', ' ', '  a \n b\t\tc ').strip())
print([w for w in 'level noon abc'.split() if re.fullmatch(r'(\w)(\w)\w?\2\1', w)], re.findall(r"[^\W\d_]+(?:'[a-z]+)?", "don't stop-it 42 now_then"))
print(re.match(r'^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$', 'Passw0rdX') is not None, re.sub(r'<[^>]+>', '', '<p>Hello <b>you</b></p>'), re.findall(r'0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?', '0xFF 3.14 1e-5 42'))
