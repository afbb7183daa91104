# Strings as sequences: indexing, slicing, +, *, %, comparison, iteration, escapes, repr.
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
s = "héllo 漢🎉"
print(len(s), s[1], s[-1], s[1:4], s[::-1], s[::2], s[10:], s[-3:], list(s), [c for c in s if c.isalpha()])
attempt(lambda: s[20]); attempt(lambda: s["a"]); attempt(lambda: s[1.0]); attempt(lambda: s[None]); attempt(lambda: s + 5); attempt(lambda: 5 + s); attempt(lambda: s * 1.5); attempt(lambda: s * "a"); attempt(lambda: s - "a"); attempt(lambda: -s); attempt(lambda: s + b"x"); attempt(lambda: s < 5); attempt(lambda: s + None); attempt(lambda: "a" / "b"); attempt(lambda: "a" @ "b")
def assign(): s[0] = "x"
def delete(): del s[0]
attempt(assign); attempt(delete)
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" + "b" + "", "a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "10" < "9", "a" == "a", "a" != "b", "a" <= "a", "🎉" > "漢")
for t in "plain", 'single "double"', "it's", "both ' and \"", "tab\t nl\n cr\r", "nul\0 bell\a del\x7f", "\x80\x9f\xa0\xad", "é漢🎉", "\u200b\u2028\ufeff", "\ud800", "\U0010ffff", "back\\slash", "":
    print(repr(t), ascii(t))
print("\101\x41\u0041\U00000041\N{LATIN SMALL LETTER E WITH ACUTE}", "a\
b", r"raw\n", R"\'", "con" 'cat' """three""", b"by\x41tes", br"raw\x", "\0" "1", len("\777"))
print("a b".title(), "hello world's".title(), "ABC".lower(), "straße".upper(), "ß".casefold(), "ǅ".lower(), "hello".capitalize(), "HELLO".swapcase(), "ÀÉ".lower(), "İ".lower(), "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower())
for t in "abc", "ABC", "aBc", "Title Case", "123", "12a", "½", "²", "٣", " ", "", "a b", "_x1", "1x", "é", "漢", "\n", "\t ", "class", "a\x00":
    print(repr(t), t.isalpha(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isalnum(), t.isspace(), t.isupper(), t.islower(), t.istitle(), t.isidentifier(), t.isprintable(), t.isascii())
a = "x"; b = a; a += "y"; print(a, b)
print("a" "b" is "ab", "abc".__len__(), "abc".__contains__("b"), str.upper("x"), "".join(reversed("abc")), sorted("banana"), max("abc"), min("abc"), "".join(sorted(set("banana"))), dict.fromkeys("aab"), "a,b"[1] in ",;")
class S(str):
    def __add__(self, o): return S(str.__add__(self, o) + "!")
    extra = 1
v = S("a") + "b"; print(v, type(v), v.upper(), type(v.upper()), v == "ab!", hash(v) == hash("ab!"), {v: 1}["ab!"], S("x").extra, S(), S(b"a", "ascii"), repr(S("q")))
print("%s %d %r %5.2f %x %o %e %c %% %-5s| %05d %+d" % ("a", 3, "q", 1.5, 255, 8, 1e10, "z", "l", 42, 7), "%(k)s %(n)03d" % {"k": "v", "n": 5}, "%s" % (1,), "%s" % [1, 2], "%*d" % (5, 3))
attempt(lambda: "%d" % "a"); attempt(lambda: "%s" % (1, 2)); attempt(lambda: "%s %s" % 1); attempt(lambda: "%q" % 1); attempt(lambda: "%(a)s" % 5); attempt(lambda: "%(a)s" % {}); attempt(lambda: "%" % 1); attempt(lambda: "%c" % "ab"); attempt(lambda: "%d" % 1.9); attempt(lambda: "%x" % 1.5)
