# getattr, setattr, delattr, hasattr, vars, dir.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class Box:
    shared = 1
    def __init__(self): self.own = 2
    @property
    def broken(self): raise ValueError("property failed")
    @property
    def missing(self): raise AttributeError("hidden")

box = Box()
print(getattr(box, "own"), getattr(box, "nope", "default"), getattr(Box, "shared"))
attempt(lambda: getattr(box, "nope"))
attempt(lambda: getattr(box, "broken", "default"))
attempt(lambda: getattr(box, "missing", "default"))
attempt(lambda: getattr(box, 3))
attempt(lambda: getattr(box))
attempt(lambda: hasattr(box, "broken"))
attempt(lambda: hasattr(box, "missing"))
attempt(lambda: hasattr(box, 3))
print(hasattr(box, "own"), hasattr(box, "x"))
setattr(box, "x y", 1)
print(vars(box), getattr(box, "x y"))
delattr(box, "x y")
attempt(lambda: delattr(box, "x y"))
attempt(lambda: setattr(box, "broken", 1))
attempt(lambda: delattr(box, "broken"))
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: delattr(box, "shared"))
attempt(lambda: setattr(box, 1, 1))
attempt(lambda: vars(5))
print(sorted(name for name in dir(box) if not name.startswith("__")))
print(sorted(name for name in vars(Box) if not name.startswith("__")))
class Listing:
    def __dir__(self): return ["b", "a"]
print(dir(Listing()))
class BadListing:
    def __dir__(self): return 5
attempt(lambda: dir(BadListing()))
def local_names():
    alpha = 1
    beta = 2
    return dir(), vars() == {"alpha": 1, "beta": 2}, sorted(locals())
print(local_names())
print([name for name in dir(1) if not name.startswith("_")])
print([name for name in dir([]) if not name.startswith("_")])
print([name for name in dir({}) if not name.startswith("_")])
print([name for name in dir(set()) if not name.startswith("_")])
print([name for name in dir("") if not name.startswith("_")])
print([name for name in dir(b"") if not name.startswith("_")])
print([name for name in dir(()) if not name.startswith("_")])
print([name for name in dir(1.0) if not name.startswith("_")])
