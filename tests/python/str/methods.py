def show(name, *results):
    print(name, *[repr(r) for r in results])

def fails(function, *args, **kwargs):
    try:
        print("no error:", repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

texts = ["", "a", "abc", "aAbB", "  pad  ", "tab\tnew\nline", "ÄÖÜß", "ǆ ﬁ ŉ", "日本語", "😀 smile", "x" * 20, "Σας ΣΑΣ", "İstanbul", "ſt"]
for s in texts:
    show("case", s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    show("is", s.isalpha(), s.isalnum(), s.isascii(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isidentifier(),
         s.islower(), s.isupper(), s.istitle(), s.isprintable(), s.isspace())
    show("len", len(s), s[::-1], s[1:], s[:-1], s[::2], s[5:2], s[-3:])
    show("pad", s.center(9), s.center(8, "*"), s.ljust(7, "-"), s.rjust(7, "é"), s.zfill(6))
    show("strip", s.strip(), s.lstrip(), s.rstrip(), s.strip("ax"), s.strip(""))
    show("split", s.split(), s.rsplit(None, 1), s.split(None, 1), s.splitlines(), s.partition("b"), s.rpartition(" "))
    show("mul", s * 3, 2 * s, s * 0, s * -1)

show("find", "banana".find("an"), "banana".rfind("an"), "banana".find("an", 2), "banana".find("x"),
     "banana".find(""), "banana".find("", 6), "banana".find("", 7), "banana".rfind(""), "banana".find("an", -3, -1))
show("index", "banana".index("n"), "banana".rindex("n"))
fails("banana".index, "q")
fails("banana".rindex, "q")
show("count", "banana".count("a"), "banana".count("ana"), "banana".count(""), "banana".count("a", 2, 5), "".count(""), "abc".count("", 5))
show("starts", "hello".startswith("he"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".startswith("", 9),
     "hello".endswith("lo"), "hello".endswith(("x", "o")), "hello".endswith("l", 0, 4), "hello".startswith(()))
fails("hello".startswith, 5)
fails("hello".endswith, ["o"])
show("split", "a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "aXXbXXc".split("XX"), "".split(","), "".split(),
     "  a  b ".split(), "  a  b c ".split(None, 1), "  a  b c ".rsplit(None, 1), "a b".split(maxsplit=0), "abc".split("abc"),
     "a,b,c".split(sep=",", maxsplit=1))
fails("a".split, "")
fails("a".split, 1)
fails("a".rsplit, "")
show("lines", "a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h\x85i".splitlines(), "a\nb\n".splitlines(True), "\n".splitlines(), "a\r\n\r\nb".splitlines(keepends=True))
show("partition", "k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
fails("a".partition, "")
show("replace", "aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("a", ""), "abc".replace("", "-"), "abc".replace("", "-", 2),
     "".replace("", "x"), "aaa".replace("aa", "b"), "abc".replace("b", "ßß"), "abc".replace("x", "y"), "aaa".replace("a", "b", count=1),
     "日本".replace("本", "b"))
show("join", ",".join(["a", "b"]), "".join(("x", "y", "z")), "-".join("abc"), ", ".join([]), "é".join(["a", "日"]), "x".join(["only"]),
     ",".join(str(i) for i in range(5)), ",".join({"k": 1}))
fails(",".join, [1])
fails(",".join, ["a", None])
fails(",".join, 5)
show("tabs", "a\tb\tc".expandtabs(), "a\tbb\tc".expandtabs(4), "ab\n\tc".expandtabs(4), "a\tb".expandtabs(0), "a\tb".expandtabs(tabsize=1))
show("prefix", "TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"), "Test".removeprefix("x"), "Test".removesuffix(""))
table = str.maketrans("abc", "xyz", "d")
show("translate", "abcdabc".translate(table), sorted(table.items(), key=str), "abc".translate({97: "AA", 98: None, 99: 100}),
     "hello".translate(str.maketrans({"l": "L", "o": None})))
fails(str.maketrans, "ab", "c")
fails(str.maketrans, 1)
fails("abc".translate, {97: -1})
fails("abc".translate, {97: 1.5})
fails("abc".center, 10, "ab")
fails("abc".zfill, "x")
show("zfill", "42".zfill(5), "-42".zfill(5), "+42".zfill(5), "--1".zfill(6), "".zfill(3))
show("in", "a" in "abc", "" in "", "bc" in "abc", "é" in "abc", "日" in "日本", "x" not in "abc")
fails(lambda: 1 in "abc")
show("cmp", "a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "é" > "z", "😀" > "日", "a" == "a", "a" != "b", "a" == 1)
fails(lambda: "a" < 1)
fails(lambda: "a" + 1)
fails(lambda: 1 + "a")
fails(lambda: "a" * "b")
fails(lambda: "a" * 1.5)
fails(lambda: "abc"[10])
fails(lambda: "abc"["x"])
fails(lambda: "abc"[1.5])
fails(lambda: "abc"[::0])
show("iter", list("aé日😀"), [ord(c) for c in "aé日😀"], [c for c in reversed("abc")], "".join(sorted("hello")), list(enumerate("ab")))
show("escapes", "\x00\x01\x1f\x7f\x80\xa0\xad\xff", "\u0378\ud800\U0010ffff\u200b\u2028", "'", '"', "'\"", "\\", "a\tb\r\n")
print(ascii("aé日😀\n"), ascii(["ü"]))
s = ""
for i in range(1000):
    s += "ab"
    if i == 500:
        keep = s
print(len(s), len(keep), s == "ab" * 1000)
t = u = "x"
t += "y"
print(t, u)
w = "é"
w += "a"; w += "日"; w += "😀"
print(w, len(w))
class S(str):
    def __repr__(self): return "S(" + str.__repr__(self) + ")"
    def shout(self): return self.upper() + "!"
x = S("hey")
print(repr(x), x.shout(), x + "z", type(x + "z").__name__, type(x.strip()).__name__, type(x[:]).__name__, len(x), x == "hey", hash(x) == hash("hey"), {x: 1}["hey"])
print(type(str(x)).__name__, isinstance(x, str), S(5), S())
print(str(), str(5), str(b"abc"), str(b"caf\xc3\xa9", "utf-8"), str(None), str(1.0), str([1, "a"]))
print("abc".__len__(), "abc".__contains__("b"), "abc".__add__("d"), "abc".__mul__(2), "abc".__getitem__(1), "abc".__eq__("abc"), "abc".__lt__("b"))
