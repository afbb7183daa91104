"""Text in programs: tables, wrapping by hand, translation, splitting, casing."""
text = "The quick brown fox -- it jumps; over\tthe lazy dog.\nTwice!"
print(text.split(), text.splitlines(), text.partition(" -- "), text.rpartition("the"), sep="\n")
print(text.title(), text.swapcase(), text.upper().lower() == text.lower(), text.expandtabs(4), sep="\n")
table = str.maketrans({"a": "4", "e": None, "o": "00"})
print(text.translate(table), "hello".translate(str.maketrans("el", "ip", "o")), sep="\n")
rows = [("apple", 1.5, 10), ("fig", 22.25, 3), ("watermelon", 0.5, 1000)]
for name, price, count in rows:
    print(f"|{name:<12}|{price:>8.2f}|{count:^6,}|{price * count:+.1e}|")
print("-".join(f"{b:08b}" for b in b"Hi"), " ".join(f"{n:#x}" for n in (10, 255)), f"{'mid':*^9}", f"{3.0:g}", f"{1e10:_.0f}")
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), " a  b ".split(), "".split(), "".split(","), "aXbXc".split("X"))
print("  x ".strip() + "|", "xxabcxx".strip("x"), "www.site.org".removeprefix("www.").removesuffix(".org"), "abc".ljust(5, ".") + "abc".rjust(5) + "abc".zfill(5) + "-5".zfill(4))
print("banana".find("an"), "banana".rfind("an"), "banana".count("an"), "banana".replace("an", "AN", 1), "banana".index("n", 3), "b" in "abc")
for check in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "istitle", "isidentifier", "isnumeric", "isdecimal", "isascii", "isprintable"):
    print(check, [getattr(s, check)() for s in ("abc", "12", "a1", " \t", "ABC", "Ab Cd", "if", "½", "٣", "é", "\n", "")])
print("ß".upper(), "ß".casefold(), "İ".lower() == "i̇", "ǆ".title(), "Σ".lower(), "ΑΣ".lower(), "straße".casefold() == "STRASSE".casefold())
print(*sorted(["b", "A", "c", "B"]), *sorted(["b", "A", "c", "B"], key=str.lower), "z" > "Z", "a" < "ab", max("hello"))
print("%5d|%-5s|%05.1f|%x|%%|%r|%c" % (42, "ab", 3.14159, 255, "q", 65), "%(a)s %(b)03d" % {"a": 1, "b": 2})
print("{0} {1} {0}".format("a", "b"), "{:>{w}}".format(5, w=4), "{a.real} {b[0]} {c[k]}".format(a=3, b=[4], c={"k": 5}))
for wrong in (lambda: "abc".index("z"), lambda: "a" + 1, lambda: "a" * "b", lambda: "abc"[5], lambda: ",".join([1]), lambda: "{} {}".format(1), lambda: "%d" % "x", lambda: "%d %d" % 1, lambda: "".split(""), lambda: int("12a")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
