# hash and its rules, ascii, repr, bin/oct/hex, chr/ord.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(10**20))
print(hash(0.5), hash(1e300), hash(float("inf")), hash(float("-inf")))
print(hash((1, 2)) == hash((1, 2)), hash("a") == hash("a"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
for thing in [], {}, set(), bytearray(), slice(1):
    attempt(lambda: hash(thing) if not isinstance(thing, slice) else isinstance(hash(thing), int))
attempt(lambda: hash((1, [])))
class Equal:
    def __eq__(self, other): return True
attempt(lambda: hash(Equal()))
class Own:
    def __hash__(self): return 7
class Large:
    def __hash__(self): return 10**30
class Wrong:
    def __hash__(self): return "x"
attempt(lambda: hash(Own()))
attempt(lambda: hash(Large()) == hash(10**30))
attempt(lambda: hash(Wrong()))
attempt(lambda: {[]: 1})
attempt(lambda: {{}})
attempt(lambda: ascii("é\n漢🎉"))
attempt(lambda: ascii(["ü", b"x"]))
attempt(lambda: (bin(10), oct(8), hex(255), bin(-5), hex(-1), bin(0), hex(10**20), oct(True)))
attempt(lambda: hex(1.5))
attempt(lambda: bin("1"))
class Index:
    def __index__(self): return 12
attempt(lambda: (bin(Index()), hex(Index()), oct(Index()), [0] * Index(), "abcdefghijklmnop"[Index()], range(Index())))
attempt(lambda: (chr(97), chr(0x1F600), ord("a"), ord("€"), ord(b"a")))
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr("a"))
attempt(lambda: ord("ab"))
attempt(lambda: ord(""))
attempt(lambda: ord(5))
print(id(None) == id(None), id([]) != id({}) or True)
attempt(lambda: repr())
class BadRepr:
    def __repr__(self): return 3
attempt(lambda: repr(BadRepr()))
