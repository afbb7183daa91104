# Splitting, joining, stripping, replacing, finding: with every option and edge.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
t = "  a,b,,c  d\te\n"
for call in (lambda: t.split(), lambda: t.split(","), lambda: t.split(",", 1), lambda: t.split(None, 1), lambda: t.rsplit(None, 1), lambda: t.rsplit(",", 1), lambda: "".split(), lambda: "".split(","), lambda: "a".split("b"), lambda: "aXXbXXc".split("XX"), lambda: " a ".split(" "), lambda: "a,b".split(sep=",", maxsplit=0), lambda: "a b c".split(maxsplit=-1), lambda: "x".split(""), lambda: "x".split(5), lambda: "a\u2003b\xa0c".split()):
    attempt(call)
for call in (lambda: "a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h".splitlines(), lambda: "a\n\nb\n".splitlines(True), lambda: "".splitlines(), lambda: "\n".splitlines(), lambda: "one".partition("x"), lambda: "k=v=w".partition("="), lambda: "k=v=w".rpartition("="), lambda: "one".rpartition("x"), lambda: "a".partition("")):
    attempt(call)
for call in (lambda: ",".join("abc"), lambda: "".join([]), lambda: "-".join(["x"]), lambda: ", ".join(str(i) for i in range(3)), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "é".join(["a", "漢", "🎉"])):
    attempt(call)
for call in (lambda: "  x ".strip(), lambda: "xxaxx".strip("x"), lambda: "abcba".strip("ab"), lambda: "abc".lstrip("a"), lambda: "abc".rstrip("c"), lambda: "x".strip(5), lambda: "\u2003 a\n".strip(), lambda: "prefix-x".removeprefix("prefix-"), lambda: "x".removeprefix("y"), lambda: "a.py".removesuffix(".py"), lambda: "".strip()):
    attempt(call)
for call in (lambda: "banana".replace("a", "o"), lambda: "banana".replace("a", "o", 2), lambda: "banana".replace("", "-"), lambda: "".replace("", "x"), lambda: "aaa".replace("aa", "b"), lambda: "abc".replace("x", "y"), lambda: "abc".replace("b", ""), lambda: "abc".replace("a", 5), lambda: "aaaa".replace("a", "b", count=2), lambda: "abc".replace("", "-", 2)):
    attempt(call)
b = "banana"
print(b.find("an"), b.find("an", 2), b.rfind("an"), b.find("x"), b.find(""), b.find("", 10), b.index("n"), b.rindex("n"), b.count("an"), b.count(""), b.count("a", 2, 4), b.find("a", -1), b.find("b", 0, -10), "an" in b, "" in b)
attempt(lambda: b.index("x")); attempt(lambda: b.rindex("x")); attempt(lambda: b.find(5)); attempt(lambda: 5 in b); attempt(lambda: b.count())
print(b.startswith("ban"), b.startswith(("x", "b")), b.endswith("na", 0, 4), b.startswith("an", 1), b.startswith(""), b.endswith(()), b.startswith("", 10))
attempt(lambda: b.startswith(5)); attempt(lambda: b.startswith(["b"])); attempt(lambda: b.startswith(("b", 5))); attempt(lambda: b.startswith(("x", 5)))
print(b.center(10), b.center(10, "*"), b.ljust(8, "-"), b.rjust(8), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), b.expandtabs(), "a\tbc\td".expandtabs(4), "a\tb".expandtabs(0))
attempt(lambda: b.center(10, "ab")); attempt(lambda: b.center("x")); attempt(lambda: b.ljust(8, ""))
table = str.maketrans("abc", "xyz", "d"); print(table, "abcd".translate(table), "abc".translate({97: None, 98: "BB", 99: 67}), str.maketrans({"a": "1", 98: 2}))
attempt(lambda: str.maketrans("ab", "c")); attempt(lambda: str.maketrans({"ab": 1})); attempt(lambda: "a".translate({97: 1.5})); attempt(lambda: str.maketrans(5)); attempt(lambda: "a".translate(5))
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return k + 1
print("abc".translate(T()))
