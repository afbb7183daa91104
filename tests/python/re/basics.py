# match, search, fullmatch and what a Match tells.
import re

m = re.match(r'(\w+) (\w+)', 'Isaac Newton, physicist')
print(m, m.group(), m.group(0), m.group(1), m.group(2), m.group(1, 2), m[2], m.groups())
print(m.start(), m.end(), m.span(), m.start(2), m.end(2), m.span(1), m.regs)
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.re.pattern, m.string)
print(re.match('b', 'abc'), re.search('b', 'abc'), re.fullmatch('abc', 'abcd'), re.fullmatch('ab?c', 'ac'))
m = re.match(r'(?P<first>\w+) (?P<last>\w+)(?P<none>!)?', 'Malcolm Reynolds')
print(m.group('first'), m['last'], m.groupdict(), m.groupdict('?'), m.groups('-'), m.lastgroup, m.span('none'))
print(m.expand(r'\g<last>, \1\n[\g<none>]'))
for bad in (3, 'nope', -1, 1.5, None, [1]):
    try:
        m.group(bad)
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    m['zip']
except IndexError as e:
    print(e)
p = re.compile('d')
print(p.search('dog'), p.search('dog', 1), p.match('xd', 1), p.fullmatch('xdx', 1, 2), p.search('abcd', 0, 3))
print(p.match('ad', -5), p.search('abcd', 100), p.search('abcd', 3, 1))
print(bool(re.match('', '')), re.match('a*', 'b').span(), re.search('$', 'ab').span())
print(re.compile('^b').search('ab', 1), re.compile('(?<=a)b').search('ab', 1), re.compile(r'\bb').search('ab', 1))
print(re.search('x' * 60, 'x' * 100), re.search('é+', 'caféé'))
import copy
print(copy.copy(m) is m, copy.deepcopy(m) is m, type(m).__name__, type(p).__name__, type(m).__module__)
print(re.match('(a)|b', 'b').group(1), re.match('(a)|b', 'b').span(1), re.match('((a)(b))', 'ab').lastindex, re.match('(a)(b)?', 'a').lastindex)
