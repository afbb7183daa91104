# pprint lays structures out in lines.
import io
import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

stuff = ["spam", "eggs", "lumberjack", "knights", "ni"]
stuff.insert(0, stuff[:])
pprint.pprint(stuff)
pprint.pprint(stuff, indent=4, width=60)
pprint.pprint({"b": [1, 2], "a": {"z": 1, "y": None}}, width=20)
pprint.pp({"b": 1, "a": 2, "c": list(range(30))}, width=40)
pprint.pprint(list(range(40)), compact=True, width=50)
tup = ("spam", ("eggs", ("lumberjack", ("knights", ("ni", ("dead", ("parrot", ("fresh fruit",))))))))
pprint.pprint(tup, depth=6)
pprint.pprint(tup, width=30)
pprint.pprint("the quick brown fox jumped over the lazy dogs " * 3)
pprint.pprint(["line one\nline two that is longer than the rest\n" * 2, "short"], width=40)
pprint.pprint({"key": "a long text that has to be broken somewhere in the middle of it all " * 2})
pprint.pprint(b"some bytes that are long enough to be broken over lines \x00\xff" * 3)
pprint.pprint(bytearray(b"0123456789" * 8))
pprint.pprint({"set": set(range(30)), "frozen": frozenset(range(3))}, width=50)
pprint.pprint(set(range(40)))
pprint.pprint(OrderedDict((f"key{i}", i) for i in range(8)))
pprint.pprint(defaultdict(list, {f"key{i}": [i] * 5 for i in range(5)}))
pprint.pprint(Counter("a long sentence with many letters in it that are counted"))
pprint.pprint(deque(range(40)))
pprint.pprint(deque(range(40), maxlen=50))
pprint.pprint(ChainMap({"a": 1}, {f"key{i}": i for i in range(12)}))
pprint.pprint(UserDict({f"key{i}": i for i in range(12)}))
pprint.pprint(UserList(range(40)))
pprint.pprint(MappingProxyType({f"key{i}": i for i in range(12)}))
pprint.pprint(SimpleNamespace(**{f"name{i}": "value" * i for i in range(6)}))


@dataclass
class Point:
    x: int
    y: list = field(default_factory=lambda: list(range(40)))
    hidden: int = field(default=0, repr=False)


pprint.pprint([Point(1), Point(2, [1])], width=60)
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).replace(str(id(loop)), "ID"), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, {"a": (2,)}]))
print(pprint.saferepr({"b": 1, "a": [2]}), pprint.pformat(1234567, underscore_numbers=True), pprint.isreadable(object()))
pprint.pprint({2: 1, "a": 2, None: 3, (1,): 4})
out = io.StringIO()
pprint.PrettyPrinter(stream=out, width=10).pprint([1000, 20000, 300000])
print(out.getvalue(), end="")
for kw in ({"indent": -1}, {"width": 0}, {"depth": 0}):
    try:
        pprint.pprint([], **kw)
    except ValueError as e:
        print(e)
pprint.pprint({"a": {"b": {"c": {"d": {}}}}}, depth=3)
pprint.pprint([{"name": "first", "values": [1.5, 2.5], "nested": {"deep": ["x" * 30, "y" * 30]}}, {"name": "second", "values": [], "nested": {}}])
