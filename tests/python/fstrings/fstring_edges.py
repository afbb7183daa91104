# f-strings: nesting, =, conversions, specs, quotes, errors.
def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
x = 3.14159; name = "Ann"; n = 42; w = 8; d = {"k": [1, 2]}; s = 'q"'
for text in ('f"{x:.2f}"', 'f"{x:{w}.{2}f}|"', 'f"{name!r:>{w}}|"', 'f"{n=}"', 'f"{n = }"', 'f"{n=:>5}"', 'f"{name=!s}"', 'f"{n + 1=}"', 'f"{d["k"][0]}"', "f\"{d['k']}\"", 'f"{{}}{{{n}}}"', 'f"{n:#x} {n:08b} {n:_} {-n:+} {n:e}"', 'f"{name:*^9}"', 'f"{f"{f"{n}"}"}"', "f'''{n\n+1}'''", 'f"{n!a}{name!s}{s!r}"', 'f"{lambda: 1}"', 'f"{(lambda: 1)()}"', 'f"{n if n else 0}"', 'f"{[i for i in range(3)]}"', 'f"{ {1: 2} }"', 'f"{n:%}" f"{x:%}"', 'f"a" "b" f"{n}"', 'f"{\'\\n\'}"', 'f"{n,}"', 'f"{*[1, 2],}"', 'f"{(y := 5)} {y}"', 'f"{n:{">" + str(w)}}"', 'f"{n!r:^{w}}|"', 'f"{x!r:.3}"', 'f"{None}" f"{True:d}"', 'f"{name:10}|{n:10}|{x:<10}|"', 'rf"\\d{n}"', 'fr"{n}\\n"', 'f"\\x41{n}\\u20ac\\N{BULLET}"', 'f"{n:d}{n:c}{n:n}"', 'f"{10**20:,}"', 'f"{"a" "b"}"', 'f"{n#}"', 'f"{}"', 'f"{n"', 'f"n}"', 'f"{n!}"', 'f"{n!x}"', 'f"{n:z}"', 'f"{name:d}"', 'f"{n:{w"', 'f"{a b}"', 'f"{nope}"', 'f"{n!r!s}"', 'f"{=}"', 'f"{ }"', 'f"{n:{w:{w}}}"', 'f"{class}"', 'f"{1/0}"', 'f"{yield}"', 'f"{x:.2f!r}"', 'b"{n}"', 'f"{n:{}}"', "f'{n'", 'f"{x:1.2.3}"', 'f"{n:,}{n:_}" if 1 else 0', 'f"{n:>>5}{n:=^7}"', 'f"{x: }" f"{-x: }"', 'f"{n:\\x3e5}"'):
    attempt(text)
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str F"
f = F(); print(f"{f} {f:} {f:abc} {f!r} {f!s:>7} {f=} {f=!s} {f=:x}", format(f), "{:q} {!r}".format(f, f), "%s %r" % (f, f))
class Bad:
    def __format__(self, spec): return 5
attempt('f"{Bad()}"'); attempt('format(Bad())'); attempt('f"{object():x}"'); attempt('f"{[]:>3}"')
for t in ('"{} {}".format(1)', '"{0} {}".format(1)', '"{a}".format(1)', '"{a.b}".format(a=1)', '"{a[x]} {a[0]}".format(a={"x": 1, 0: 2})', '"{0[1]}".format("ab")', '"{".format()', '"}".format()', '"{!x}".format(1)', '"{:{}}|".format("a", 5)', '"{0:{1}.{2}}".format(3.14159, 8, 3)', '"{a!r:>5}".format(a="b")', '"{{}}".format()', '"{0.real}{0.imag}".format(1j)', '"{a}{b}".format_map({"a": 1, "b": 2})', '"{x}".format_map({})', '"{0:}".format(5)', '"{:d}".format("a")', '"{1}{0}".format(1, 2)', '"{[}".format([1])', '"{0x}".format(1)', '"{a-b}".format(**{"a-b": 1})'):
    attempt(t)
