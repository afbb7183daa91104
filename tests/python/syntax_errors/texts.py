# SyntaxError as a user sees it: text, place and words.
def show(source):
    try: compile(source, "prog.py", "exec")
    except SyntaxError as e: print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else: print("compiled", repr(source))
for source in """
if x
if x = 3: pass
while True print(1)
for i in range(3)
def f(x:
def f(x) return 1
class C(
print "hello"
print hello
x = [1, 2
x = (1, 2]
x = {1: 2, 3}
x = 1 +
x = = 2
1 = x
f() = 1
x + 1 = 2
"a" = 1
None = 1
True = 0
def None(): pass
import
from x import
from x import a,
import a.b as
lambda x: = 1
return 5
yield 1
break
continue
await x
async def f(): await
a b c
5 5
'abc
"abc
'''abc
f"{x"
f"{}"
f"{x!z}"
f"{a b}"
f"}"
x = 08
x = 1_
x = 0xg
x = 1.5.2
x = 5abc
$x = 1
x = ?
x = a!
not = 5
class = 3
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(**k, a): pass
def f(*a, *b): pass
f(a=1, 2)
f(**a, *b)
f(a=1, a=2)
f(1 for x in y, 2)
f(a.b=1)
f(True=1)
[x for x in]
[for x in y]
{x: for x in y}
del f()
del 5
global x, 
x: int: str
with open(x) as 5: pass
try: pass
except ValueError, TypeError: pass
else: pass
elif x: pass
@
@x
nonlocal x
*a = 1
a, b += 1
(a, b): int = 1
x if y
x ? y : z
a <> b
i++
x =! 5
a & & b
for 5 in x: pass
assert
raise x from
pass pass
match x: case 1: pass
import a as b.c
\\x
x = \\ 5
\u00a0x = 1
x = \u201chello\u201d
print(1))
x = (1
y = 2
""".strip("\n").splitlines():
    show(source)
