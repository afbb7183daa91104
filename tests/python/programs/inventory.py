# Word counts, grouping, inverted index, simple reports with collections.
from collections import Counter, defaultdict, namedtuple, OrderedDict, deque, ChainMap
text = """the quick brown fox jumps over the lazy dog the fox
never jumps over the lazy quick dog again and again"""
words = text.split()
counts = Counter(words)
print(counts.most_common(4), counts["fox"], counts["cat"], sum(counts.values()), len(counts))
by_length = defaultdict(list)
for w in sorted(set(words)): by_length[len(w)].append(w)
print(dict(by_length))
index = defaultdict(set)
for number, line in enumerate(text.splitlines(), 1):
    for w in line.split(): index[w].add(number)
print({w: sorted(n) for w, n in sorted(index.items()) if len(n) > 1})
Item = namedtuple("Item", "name price quantity", defaults=[1])
items = [Item("pen", 1.5, 10), Item("book", 12.25), Item(name="lamp", price=30, quantity=2)]
total = sum(i.price * i.quantity for i in items)
print(items[0], items[1]._asdict(), items[0]._replace(price=2), Item._fields, total, Item._make(["x", 1, 2]))
for name, price, quantity in sorted(items, key=lambda i: -i.price): print(f"{name:<6}{price:>8.2f} x {quantity}")
c = Counter(a=3, b=1) + Counter(a=1, c=2); print(c, c - Counter(a=1, b=5), Counter("aab") & Counter("ab"), Counter("ab") | Counter("bcc"), -Counter(a=-2), +Counter(a=-1, b=1))
c.update("aab"); c.subtract({"a": 1}); print(c, sorted(c.elements()), c.total())
od = OrderedDict.fromkeys("abc"); od.move_to_end("a"); od.move_to_end("c", last=False); print(list(od), od.popitem(last=False), od, OrderedDict(a=1) == {"a": 1}, OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)]))
d = deque([1, 2, 3], maxlen=3); d.append(4); d.appendleft(0); d.rotate(1); print(d, d.maxlen, d[0], list(reversed(d)), d.index(2) if 2 in d else None, d.count(0)); d.extend([7, 8]); d.extendleft([9]); print(d, d == deque([9, 7, 8]) , d.pop(), d.popleft())
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); cm["c"] = 4; print(cm["a"], cm["b"], dict(cm) == {"a": 1, "b": 3, "c": 4}, cm.maps, cm.new_child({"a": 9})["a"], list(cm.parents))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: items[0].nope); attempt(lambda: Item("a")); attempt(lambda: setattr(items[0], "price", 1)); attempt(lambda: deque().pop()); attempt(lambda: defaultdict(5)); attempt(lambda: defaultdict()["x"]); attempt(lambda: Counter.fromkeys("ab")); attempt(lambda: namedtuple("A", "x x")); attempt(lambda: namedtuple("A", "class")); attempt(lambda: OrderedDict().popitem()); attempt(lambda: cm.pop("zz")); attempt(lambda: deque(maxlen=-1)); attempt(lambda: deque([1]).remove(5)); attempt(lambda: deque([1, 2])[5]); attempt(lambda: Item._make([1]))
print(namedtuple("R", "a def b a", rename=True)._fields, repr(defaultdict(int, a=1)), defaultdict(lambda: 5)["x"], Item.__doc__, Item.price.__doc__, items[0] == ("pen", 1.5, 10), hash(items[0]) == hash(("pen", 1.5, 10)), items[0][1:], isinstance(items[0], tuple))
