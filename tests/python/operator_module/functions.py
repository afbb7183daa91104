# operator: every function by name, getters and callers.
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-4), op.inv(5), op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(3, 2), op.index(True), op.concat("a", "b"), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.length_hint([1, 2]), op.call(max, 1, 2))
d = {"a": 1}; op.setitem(d, "b", 2); print(d, op.getitem(d, "a")); op.delitem(d, "a"); print(d)
x = [1]; y = op.iadd(x, [2]); print(x, y is x, op.imul(3, 4), op.iconcat([1], [2]), op.isub(5, 1), op.ior({1}, {2}))
get = op.itemgetter(1); many = op.itemgetter(0, -1, slice(1, 3)); print(get("abc"), many("abcd"), op.itemgetter("k")({"k": "v"}), get, many)
class A:
    class b: c = "deep"
    n = 5
    def m(self, *a, **k): return a, k
print(op.attrgetter("n")(A), op.attrgetter("b.c")(A), op.attrgetter("n", "b.c")(A), op.attrgetter("b.c"), op.methodcaller("m", 1, x=2)(A()), op.methodcaller("upper")("a"), op.methodcaller("split", ",")("a,b"), op.methodcaller("m", 1, k=2))
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: get("a")); attempt(lambda: op.attrgetter("zz")(A)); attempt(lambda: op.attrgetter(5)); attempt(lambda: op.methodcaller(5)); attempt(lambda: op.itemgetter()); attempt(lambda: op.add(1)); attempt(lambda: op.concat(1, 2)); attempt(lambda: op.indexOf([1], 5)); attempt(lambda: op.index("a")); attempt(lambda: op.methodcaller("zz")("a")); attempt(lambda: op.length_hint([], "a")); attempt(lambda: op.matmul(1, 2))
print(sorted([("b", 2), ("a", 3)], key=op.itemgetter(1)), max([{"v": 1}, {"v": 9}], key=op.itemgetter("v")), list(map(op.attrgetter("real"), [1, 2.5])), op.__add__(1, 2), op.__contains__([1], 1))
