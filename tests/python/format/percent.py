def fails(template, args):
    try:
        print(repr(template), repr(template % args))
    except Exception as e:
        print(repr(template), type(e).__name__ + ":", e)

for code in "diuoxXeEfFgGcrsa":
    for flags in ["", "5", "-5", "05", "+", " ", "#", "+5", "-05", ".2", "8.3", "08.3", "+08.3", "#8", "-8.3", ". ", ".0", "#.3"]:
        for value in [42, -42, 3.75]:
            fails("%" + flags + code, value)
fails("%s %s", (1, 2)); fails("%s", (1, 2)); fails("%s %s", (1,)); fails("%s", ()); fails("plain", ()); fails("plain", 5); fails("plain", {}); fails("plain", [1]); fails("plain", "x")
fails("%(a)s %(b)d", {"a": "x", "b": 5}); fails("%(a)s", {}); fails("%(a)s", 5); fails("%(a", {}); fails("%(a(b)c)s", {"a(b)c": 1}); fails("%(a)s %s", {"a": 1}); fails("%()s", {"": 7})
fails("%*d|%-*d|", (5, 42, 6, 43)); fails("%*d", (-5, 42)); fails("%.*f", (2, 3.14159)); fails("%.*f", (-2, 3.14159)); fails("%*d", ("x", 1)); fails("%*.*f|", (8, 2, 2.5))
fails("%", 1); fails("%5", 1); fails("%q", 1); fails("abc %y", 1); fails("%é", 1); fails("100%%", ()); fails("%d%%", 50); fails("%5%", (1,)); fails("%ld %hd %Lf", (1, 2, 3.0))
fails("%d", "x"); fails("%d", 1j); fails("%x", 1.5); fails("%x", "a"); fails("%f", "a"); fails("%c", "ab"); fails("%c", -1); fails("%c", 0x110000); fails("%c", 8364); fails("%c", "é"); fails("%c", 1.5); fails("%i", None); fails("%d", float("nan")); fails("%d", float("inf"))
fails("%s", None); fails("%r", "q'"); fails("%a", "é日"); fails("%s", [1, "a"]); fails("%10s|%-10s|%.2s", ("abc", "def", "ghi")); fails("%s", ((1, 2),)); fails("%d", True); fails("%d", 2**70); fails("%x", 2**70); fails("%X", -255); fails("%#o", 8); fails("%#x", -255); fails("%e", 10**30); fails("%g", 1e100); fails("%.3g", 12345); fails("%#.3g", 1.0); fails("%f", float("inf")); fails("%F", float("nan")); fails("%05f", float("inf")); fails("%.100f", 0.1); fails("%.0f", 0.5); fails("%.0f", 1.5); fails("%.60d", 5); fails("%08.3d", 5)
class S:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
fails("%s %r %a", (S(), S(), S()))
class N:
    def __int__(self): return 7
    def __index__(self): return 8
    def __float__(self): return 9.5
fails("%d", N()); fails("%x", N()); fails("%f", N()); fails("%c", N())
class D(dict):
    def __missing__(self, key): return key.upper()
fails("%(a)s-%(b)5s", D())
print("%s" % "é" + "日", "é%s" % "a", "%s日" % "a", ("%s" % S()).upper(), "%s %s %s" % tuple("abc"))
