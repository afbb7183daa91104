# Keys with hostile or changing hashes and comparisons.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
class Angry:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError("do not compare me")
d = {Angry(): 1}
attempt(lambda: d[Angry()])
attempt(lambda: Angry() in d)
attempt(lambda: d.get(Angry(), 5))
key = next(iter(d))
print(d[key])
nan = float("nan")
d = {nan: 1}
print(nan in d, d.get(nan))
class Clear:
    def __init__(self, d): self.d = d
    def __hash__(self): return 5
    def __eq__(self, other):
        self.d.clear()
        return True
d = {}
d[Clear(d)] = 1
probe = Clear(d)
attempt(lambda: d.get(probe, "gone"))
print(len(d))
class Str(str):
    def __hash__(self): return hash(str(self))
    def __eq__(self, other): return str.__eq__(self, other)
print({"a": 1}[Str("a")], {Str("a"): 2}["a"])
print({(1, (2, 3)): "t"}[(1, (2, 3))], {frozenset([1]): "f"}[frozenset([1])], {None: 0, ...: 1}[...])
print({1: "a"}[1.0], {2**70: "big"}[2**70], {1.5: "x"}[1.5], {0.0: "zero"}[-0.0], {b"a": 1}.get("a"), {1 + 0j: "c"}[1])
