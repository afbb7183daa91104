# dict views: live, set-like, and dicts changed while they are iterated.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d["c"] = 3
print(keys, list(values), list(items), len(keys), "c" in keys, 3 in values, ("c", 3) in items, ("c", 4) in items, "c" in items)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}), keys == {"a", "b", "c"}, keys >= {"a"}, keys.isdisjoint({"q"}))
print(sorted(items & {("a", 1)}), items == {"a": 1, "b": 2, "c": 3}.items(), values == d.values(), keys < {"a", "b", "c", "d"})
print(sorted({"a", "z"} & keys), sorted(["q"] | keys if False else keys | ["q"]))
attempt(lambda: keys & 5)
attempt(lambda: keys.append)
attempt(lambda: hash(keys))
print(keys.mapping, type(keys.mapping))
attempt(lambda: keys.mapping.__setitem__("x", 1))
def grow():
    for key in d: d[key + "x"] = 0
attempt(grow)
d = {"a": 1, "b": 2, "c": 3}
def shrink():
    for key in d: del d[key]
attempt(shrink)
d = {"a": 1, "b": 2, "c": 3}
def swap():
    for key in d:
        del d[key]
        d[key + "!"] = 1
        if len(key) > 20: break
attempt(swap)
d = {"a": 1, "b": 2}
for key, value in d.items():
    d[key] = value * 10
print(d)
for key in list(d): del d[key]
print(d)
iterator = iter({"x": 1})
print(next(iterator), next(iterator, "end"))
d = {1: 1}
iterator = iter(d)
d[2] = 2
attempt(lambda: next(iterator))
attempt(lambda: next(iterator))
print([k for k in {}.keys()], list({}.items()), bool({}.keys()), bool({1: 1}.keys()))
