# Built-in values there and back: equal, of the same type, what was shared is shared.
import collections
import pickle


def again(x):
    return pickle.loads(pickle.dumps(x))


values = [None, True, False, ..., NotImplemented, 0, 1, -1, 255, 256, -257, 2**31, -2**31, 2**47, 2**63, -2**63 - 1, 2**200, -3**99, 0.0, -0.0, 1.5, 1e308,
          float("inf"), 1j, 2 - 3.5j, "", "ascii", "ünï\u20ac\U0001f600", "\0", b"", b"\0\xff", bytearray(b"abc"), (), (1,), (1, (2, (3,))),
          [], [[]], [1, "a", None], {}, {"a": {"b": []}}, {1: 2, (1, 2): 3}, set(), {1, 2}, frozenset(), frozenset("a"), range(5), range(0, 10, 3),
          slice(None), collections.deque([1, 2], maxlen=5), collections.Counter("aab"), collections.OrderedDict(b=1, a=2),
          collections.defaultdict(list, {1: [2]}), ValueError("x", 1), KeyError("k"), OSError(2, "No such file"), StopIteration(3)]
for value in values:
    back = again(value)
    same = type(back) is type(value) and (back == value or isinstance(value, BaseException) and back.args == value.args)
    print(repr(value)[:40], same)
print(str(again(-0.0)), again(float("nan")) != again(float("nan")), again(collections.deque([1], 2)).maxlen)

print("# sharing")
inner = [1]
a, b = again((inner, inner))
print(a is b)
text = "x" * 100
pair = again([text, text])
print(pair[0] is pair[1])
loop = []
loop.append(loop)
back = again(loop)
print(back[0] is back)
knot = {}
knot["self"], knot["list"] = knot, [knot]
back = again(knot)
print(back["self"] is back, back["list"][0] is back)
held = ([],)
held[0].append(held)
back = again(held)
print(back[0][0] is back, len(back))


class Node:
    def __init__(self):
        self.next = self
        self.children = [self]


node = again(Node())
print(node.next is node, node.children[0] is node)

print("# deep and large")
deep = None
for _ in range(200):
    deep = [deep]
depth = 0
back = again(deep)
while back is not None:
    back, depth = back[0], depth + 1
print(depth, len(again("y" * 1_000_000)), sum(again(list(range(100_000)))), len(again({str(i): i for i in range(10_000)})))
print(again(bytes(range(256)) * 1000) == bytes(range(256)) * 1000)
