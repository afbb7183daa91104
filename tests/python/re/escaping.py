# escape, purge, the cache, pickling and type names.
import copy
import pickle
import re

print(re.escape('https://www.python.org'), re.escape('a.b*c+d?e[f]g(h){i}|^$\\-&~# \t\n'), re.escape(b'1+1=2'), re.escape('é_0'), re.escape(''))
for text in ('a.b', '[x]', 'a b\n', '\\d', 'é*', '{1}', 'a-b', '#'):
    assert re.fullmatch(re.escape(text), text), text
    assert re.fullmatch(re.escape(text), text, re.X), text
p = re.compile('(?P<a>x+)', re.I)
print(re.compile('(?P<a>x+)', re.I) is p, re.compile(p) is p)
re.purge()
q = re.compile('(?P<a>x+)', re.I)
print(q == p)
again = pickle.loads(pickle.dumps(p))
print(again, again == p, copy.copy(p) is p, copy.deepcopy(p) is p)
print(re.Pattern, re.Match, isinstance(p, re.Pattern), isinstance(p.match('x'), re.Match), re.Pattern[str], re.Match[bytes])
print(re.__all__ == ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"])
for wrong in (lambda: re.Pattern(), lambda: re.Match(), lambda: setattr(p, 'x', 1)):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
