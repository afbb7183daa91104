def fails(template, *args, **kwargs):
    try:
        print(repr(template), repr(template.format(*args, **kwargs)))
    except Exception as e:
        print(repr(template), type(e).__name__ + ":", e)

class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Point({self.x}, {self.y})"
p = Point(1, [10, 20, {"k": "v"}])
for template in ["", "plain", "{}", "{} {}", "{0} {1} {0}", "{{}}", "{{{}}}", "{:>5}|{:<5}|", "{0!r} {0!s} {0!a}", "{!r:>10}", "{:{}}", "{:{}.{}}", "{0:{1}}", "}}{{", "{:}", "{0:>{1}}|"]:
    fails(template, "abc", 8, 3)
    fails(template, 3.14159, 8, 3)
for template in ["{p}", "{p.x}", "{p.y[0]}", "{p.y[2][k]}", "{p.y}", "{p!r}", "{0.x} {0.y[1]}", "{p.z}", "{p.y[9]}", "{p.y[a]}", "{q}", "{0[x]}", "{p.x:>5}|", "{p.x!r:>{w}}|"]:
    fails(template, p, p=p, w=4)
for template in ["{", "}", "{0", "a{b", "a}b", "{0}}", "{{0}", "{}{1}", "{1}{}", "{!x}", "{!}", "{0!}", "{!rr}", "{0!r", "{0.}", "{0[}", "{0[]}", "{0[1}", "{0[0]x}", "{0..x}", "{:{:{}}}", "{a b}", "{-1}", "{ 0 }", "{0x}", "{99999999999999999999}", "{0:{", "{0:}}", "{!r:", "{5}", "{a}", "{0{1}}", "{:{}", "{[a]}", "{.x}", "{0!r:5}", "{0!é}"]:
    fails(template, [1, 2], 5, 6)
print("{a} {b}".format_map({"a": 1, "b": 2}))
class Missing(dict):
    def __missing__(self, key): return "<" + key + ">"
print("{x} {y[0]}".format_map(Missing(y=[5])))
for mapping in [{}, [1], 5]:
    try:
        print("{a}".format_map(mapping))
    except Exception as e:
        print(type(e).__name__, e)
try:
    "{}".format_map({})
except ValueError as e:
    print(e)
print("{0[key]} {0[0]} {1[0]} {1[-1]}".format({"key": 1, 0: "zero"}, {0: "a", "-1": "b"}))
print("{:%Y}".format(type("D", (), {"__format__": lambda self, spec: spec.upper()})()))
print("{:é^9}".format("日"), "{}{}{}".format("a", "é", "😀"), "{:,} {:_}".format(10**9, 10**9))
