# f-strings: expressions, conversions, specs nested, =, quotes, multi-line, escapes, errors at run time.
name, n, x, items = "Ada", 42, 3.14159, {"a": 1, "b": [1, 2]}
print(f"{name} {n} {x} {items['a']} {items["b"][0]} {name!r} {name!s:>5} {'é'!a} {name.upper()} {n + 1} {len(name)=}")
print(f"{x:.2f} {n:05d} {n:x} {n:#b} {n:+} {n:,} {1234567.891:,.1f} {x:e} {0.256:.1%} {name:>8}|{name:<8}|{name:^8}|{name:*^9}|{n:<+6}|")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{name:{'>'}{width}}|{n:{'0'}{width}}|{x:{width}}")
print(f"{n=} {n = } {n=:>6} {n=!s} {name=} {name=!r:>10} {n + 1 = } {items = }")
print(f"{{}} {{{n}}} {{{{{n}}}}} {'{'} {'}'}")
print(f"{'nested ' + f'{n} {f"{name}"}'} {"a" "b"} {(lambda v: v * 2)(4)} {[i for i in range(3)]} {({1: 2})[1]} {n if n > 3 else 0} {n!r:>{width}}")
print(f"""multi
{n}
  {name
   + "!"}""")
print(f"{n:{n}}" [:3], f"" == "", f"a" "b" f"{n}" "{n}", rf"\n{n}\{n}", f"\x41\u00e9\N{BULLET} {n}\t|")
print(f"{(yes := 5)} {yes}", f"{n:=^10}", f"{n!=3}", f"{n == 42}", f"{ n }", f"{lambda_:=5}" if (lambda_ := 3) else "")
class Spec:
    def __format__(self, spec): return f"spec<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
s = Spec()
print(f"{s} {s:} {s:abc} {s!r} {s!s:>5} {s:{n}} {s:%Y-%m}")
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: f"{undefined}"); attempt(lambda: f"{1/0}"); attempt(lambda: f"{n:s}"); attempt(lambda: f"{name:d}"); attempt(lambda: f"{x:d}"); attempt(lambda: f"{[]:>5}"); attempt(lambda: f"{None:5}"); attempt(lambda: f"{n:Q}"); attempt(lambda: f"{n:,x}"); attempt(lambda: f"{name:+}"); attempt(lambda: f"{name:,}"); attempt(lambda: f"{n:.2}"); attempt(lambda: f"{n:10.}"); attempt(lambda: f"{name:=5}"); attempt(lambda: f"{n:{'x' * 3}}")
class NotStr:
    def __format__(self, spec): return 5
attempt(lambda: f"{NotStr()}")
def gen(): yield f"{(yield 'first')}"
g = gen(); print(next(g), g.send("sent"))
print(f"{n}" f"{x:.1f}" "plain" f"{name!r}", f'{"a"}', f"{'a' if True else 'b'}", f"{'\n'.join(['x', 'y'])}", f"{1:{'>'}{5}}", f"{3.0:g} {1e20:g} {1e-7:g} {12345678.9:g}")
print(f"{1_000:_} {255:_x} {1.5:010.3f} {-1.5:010.3f} {-5:=6} {True} {True:d} {1j:.1f} {b'x'!r} {...} {print}" )
print(f"{'%s'!r}", f"%d {n}" % 5, f"{n}".zfill(5), f"{f'{f"{1}"}'}")
