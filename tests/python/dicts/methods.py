# dict: building, order, methods, errors.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), len(d), "a" in d, 1 in d)
del d["a"]; d["a"] = 5
print(d)
print(d.get("x"), d.get("x", 0), d.setdefault("b", 99), d.setdefault("n"), d.setdefault("m", []), d)
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d)
attempt(lambda: d.pop("zz"))
attempt(lambda: {}.popitem())
attempt(lambda: d["zz"])
attempt(lambda: d[[]])
attempt(lambda: d.get([]))
def remove(key): del d[key]
attempt(lambda: remove("zz"))
attempt(lambda: d.update(5))
attempt(lambda: d.update([1, 2]))
attempt(lambda: d.update(["abc"]))
attempt(lambda: d.get())
attempt(lambda: d.pop())
d.update({"x": 1}, y=2); d.update([("z", 3)]); d.update(w=4); d.update()
print(d)
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"})
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys((), 1))
print({"a": 1} | {"b": 2, "a": 3}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} != {1: 1})
e = f = {"a": 1}
e |= {"b": 2}; e |= [("c", 3)]
print(f)
attempt(lambda: {} | [("a", 1)])
attempt(lambda: {} < {})
attempt(lambda: {} + {})
print(f.copy() is f, f.copy() == f)
print(list(reversed(f)), list(reversed(f.items())), list(reversed(f.values())))
f.clear(); print(f, e)
print({**{"a": 1}, "b": 2, **{"a": 3}}, {k: v for k, v in zip("ab", range(2))}, dict(a=1, **{"b c": 2}))
attempt(lambda: {**5})
attempt(lambda: dict(**{1: 2}))
loop = {}
loop["self"] = loop
print(loop)
class Missing(dict):
    def __missing__(self, key): return f"no {key}"
m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m)
class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, other): return isinstance(other, Key) and self.v == other.v
    def __repr__(self): return f"K{self.v}"
collide = {Key(i): i for i in range(8)}
print(collide[Key(3)], Key(9) in collide, collide.pop(Key(0)), list(collide))
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
for i in range(5): big[-i] = i
print(len(big), list(big)[:3], list(big)[-3:], sum(big.values()))
