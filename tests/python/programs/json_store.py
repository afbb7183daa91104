# A small document store kept as JSON text: nested updates, queries, indexes, round trips, custom encoders and hooks.
import json
from datetime import date
from dataclasses import dataclass, asdict, is_dataclass
from decimal import Decimal
@dataclass
class Person:
    name: str
    born: date
    tags: frozenset = frozenset()
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date): return {"$date": o.isoformat()}
        if isinstance(o, (set, frozenset)): return {"$set": sorted(o)}
        if isinstance(o, Decimal): return {"$dec": str(o)}
        if is_dataclass(o): return {"$type": type(o).__name__, **asdict(o)}
        return super().default(o)
def hook(d):
    match d:
        case {"$date": text}: return date.fromisoformat(text)
        case {"$set": items}: return frozenset(items)
        case {"$dec": text}: return Decimal(text)
        case {"$type": "Person", **rest}: return Person(**rest)
    return d
people = [Person("Ada", date(1815, 12, 10), frozenset({"maths", "poetry"})), Person("Alan", date(1912, 6, 23))]
text = json.dumps({"people": people, "price": Decimal("12.50")}, cls=Encoder, indent=2, sort_keys=True)
print(text)
back = json.loads(text, object_hook=hook)
print(back["people"] == people, back["price"] + Decimal("0.25"), type(back["people"][0].tags))
try: json.dumps(object(), cls=Encoder)
except TypeError as e: print(type(e).__name__, str(e).split(" at ")[0])
class Store:
    def __init__(self, text="[]"): self.rows = json.loads(text)
    def where(self, **wanted): return [r for r in self.rows if all(self.dig(r, k) == v for k, v in wanted.items())]
    @staticmethod
    def dig(row, path):
        for part in path.split("__"):
            row = row[int(part)] if isinstance(row, list) else row.get(part, {})
        return row
    def update(self, path, value, **wanted):
        rows = self.where(**wanted)
        *start, last = path.split(".")
        for r in rows:
            for part in start: r = r.setdefault(part, {})
            r[last] = value
        return len(rows)
store = Store('[{"id":1,"a":{"b":[1,2]}},{"id":2,"a":{"b":[3,2]}},{"id":3}]')
print(store.where(a__b__1=2), store.where(id=9))
print(store.update("a.c.d", True, a__b__0=3), json.dumps(store.rows, separators=(",", ":")))
for bad in ["{", '{"a":}', "[1,]", '{"a" 1}', "nul", '"\\x"', '"a\nb"', "[1] 2", ""]:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), "->", e, e.pos, e.lineno, e.colno)
print(json.dumps({1: None, 2.5: True, None: [float("inf"), -0.0], False: "é\u2028\U0001f600"}), json.dumps("é", ensure_ascii=False))
print(json.loads('{"x": 1.10, "y": 10000000000000000000000}', parse_float=str, parse_int=lambda s: len(s)), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
