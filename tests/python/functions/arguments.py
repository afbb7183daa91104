# Calling: positional, keyword, defaults, *args, **kwargs, positional-only, keyword-only and every error text.
def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)

def plain(a, b, c=3): return a, b, c
def star(a, *rest, key=None, **others): return a, rest, key, sorted(others.items())
def only(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
def none(): return "none"
def two_keys(*, x, y): return x, y
def three_keys(*, x, y, z): return x, y, z
def four(a, b, c, d): return a

attempt(lambda: plain(1, 2))
attempt(lambda: plain(1, c=5, b=2))
attempt(lambda: plain())
attempt(lambda: plain(1))
attempt(lambda: plain(1, 2, 3, 4))
attempt(lambda: plain(1, 2, a=3))
attempt(lambda: plain(1, 2, z=3))
attempt(lambda: plain(1, 2, bb=3))
attempt(lambda: four())
attempt(lambda: four(1))
attempt(lambda: four(1, 2, 3, 4, 5))
attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: none(x=1))
attempt(lambda: star(1))
attempt(lambda: star(1, 2, 3, key=4, z=5, y=6))
attempt(lambda: star())
attempt(lambda: star(key=1))
attempt(lambda: star(1, a=2))
attempt(lambda: star(*"abc", **{"key": 1, "other": 2}))
attempt(lambda: star(*"ab", *"cd", key=0, **{"p": 1}, **{"q": 2}))
attempt(lambda: star(1, **{"p": 1}, **{"p": 2}))
attempt(lambda: star(1, p=1, **{"p": 2}))
attempt(lambda: star(**{1: 2}))
attempt(lambda: star(*5))
attempt(lambda: star(**5))
attempt(lambda: star(1, *[2], 3, *(4,)))
attempt(lambda: only(1, d=4))
attempt(lambda: only(1, 2, 3, d=4, e=6))
attempt(lambda: only(a=1, d=4))
attempt(lambda: only(1, b=2, d=4))
attempt(lambda: only(1))
attempt(lambda: only(1, 2, 3, 4))
attempt(lambda: only(1, 2, 3, 4, d=5))
attempt(lambda: two_keys())
attempt(lambda: two_keys(x=1))
attempt(lambda: two_keys(1))
attempt(lambda: three_keys())
attempt(lambda: (lambda x, y=2: (x, y))(1))
attempt(lambda: (lambda: 0)(1))
attempt(lambda: (lambda *a, **k: (a, k))(1, b=2))
attempt(lambda: None())
attempt(lambda: "text"(1))
attempt(lambda: (5)())

class Thing:
    def method(self, a): return a
    @staticmethod
    def still(a): return a
    @classmethod
    def klass(cls, a): return a
    def __call__(self, a): return a
thing = Thing()
attempt(lambda: thing.method())
attempt(lambda: thing.method(1, 2))
attempt(lambda: Thing.method())
attempt(lambda: Thing.method(1))
attempt(lambda: thing.still())
attempt(lambda: thing.klass(1, 2))
attempt(lambda: thing())
attempt(lambda: Thing(1))
attempt(lambda: object(1))
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: len(obj=[]))
attempt(lambda: "a".join())
attempt(lambda: "a".upper(1))
attempt(lambda: [].append(a=1))
