# Where the carets stand: calls, operators, subscripts, attributes over one and more lines.
import sys, traceback
def show(f, *a):
    try: f(*a)
    except Exception: traceback.print_exc(file=sys.stdout)
def call_error(): return len(5)
def nested_call(): return str(int("x") + 1)
def binary(): return 1 + [] * 2 + "a"
def binary_right(): a = 1; return (a + 2) / (a - 1)
def subscript(): d = {"a": {}}; return d["a"]["b"]["c"]
def index(): items = [1, 2]; return items[0] + items[5]
def attribute(): x = None; return x.foo.bar
def method(): return "abc".nope(1, 2)
def multi_line():
    return max(
        1,
        2 / 0,
        3,
    )
def long_call(): return print("a", "b", sep="-", end=undefined_thing, file=None)
def comparison(): return 1 < 2 < "3"
def unary(): return -"a" 
def lambda_body(): return (lambda x: x.y)(1)
def comprehension(): return [10 / n for n in (1, 0)]
def generator(): return sum(1 / n for n in [1, 0])
def fstring(): return f"{1 + 1} {undefined_name!r:>10}"
def star(): return print(*5)
def unpack(): a, b = 1, 2, 3
def unpack_more(): (a, b), c = [1], 2
def delete(): del {}["k"]
def assign(): (1).x = 5
def aug(): x = "a"; x += 1
def call_on_call(): return dict([(1, 2)])(5)
def ternary(): return 1 if [][0] else 2
def boolop(): return None or {}["x"] and 5
def keyword(): return int("5", bas=10)
def await_less(): return (yield)
def walrus(): return (n := 10) + (m := "s")
def slice_error(): return [1, 2, 3][::0]
def power(): return 2 ** "x"
def in_error(): return 5 in 6
def is_fine(): assert (5 in [1]) is True, "message: " + str(1)
for f in (call_error, nested_call, binary, binary_right, subscript, index, attribute, method, multi_line, long_call, comparison, unary, lambda_body, comprehension, generator, fstring, star, unpack, unpack_more, delete, assign, aug, call_on_call, ternary, boolop, keyword, walrus, slice_error, power, in_error, is_fine):
    show(f)
