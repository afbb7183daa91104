"""namedtuple, OrderedDict, defaultdict and ChainMap."""
from collections import ChainMap, OrderedDict, defaultdict, namedtuple

Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, 2)
print(p, p.x, p[1], p._asdict(), Point._fields, Point._field_defaults)
print(p._replace(x=9), Point._make([4, 5, 6]), p == (1, 2, 0), hash(p) == hash((1, 2, 0)))
x, *rest = p
print(x, rest, isinstance(p, tuple), Point.__doc__, Point.x.__doc__)
for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: p._replace(q=1), lambda: namedtuple("T", "a a"),
              lambda: namedtuple("T", "def"), lambda: namedtuple("T", "_a"), lambda: setattr(p, "x", 1)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("T", "def a a", rename=True)._fields)

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, o.popitem(last=False), list(o))
o.move_to_end("a", last=False)
print(o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(list(reversed(o)), o | {"z": 1})

groups = defaultdict(list)
for word in "apple bear ant bee cat".split():
    groups[word[0]].append(word)
print(groups, groups.get("z"), len(groups), groups.default_factory)
try:
    defaultdict(None)["missing"]
except KeyError as e:
    print("KeyError:", e)

base, user = {"colour": "red", "size": 1}, {"size": 7}
settings = ChainMap(user, base)
print(settings["colour"], settings["size"], dict(settings), len(settings), settings.maps)
settings["colour"] = "blue"
print(user, base, settings.parents, settings.new_child({"size": 0})["size"])
try:
    del settings["nothing"]
except KeyError as e:
    print("KeyError:", e)
