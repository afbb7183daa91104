# string: constants, capwords, Template, Formatter.
import string
from string import Formatter, Template


def error(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


for name in ("ascii_letters", "digits", "hexdigits", "octdigits", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)))
print(repr(string.printable), len(string.printable))
print(string.capwords("hello   wORLD again"), string.capwords("a-b c", "-"))
t = Template("$who likes ${what}, pays $$5, ${who}s $x1_y")
print(t.substitute(who="tim", what="kung pao", x1_y=3), t.template)
print(t.substitute({"who": "a", "what": "b", "x1_y": 0}, what="kw wins"))
print(t.safe_substitute(who="tim"), t.get_identifiers(), t.is_valid())
error(lambda: t.substitute(who="tim"))
bad = Template("Give $100 to\n$who $")
error(lambda: bad.substitute(who=1))
print(repr(bad.safe_substitute(who=1)), bad.is_valid())
error(lambda: Template("a ${open").substitute())
error(lambda: Template("line\nline $").substitute())
print(Template("").substitute(), Template("$a$b").substitute(a=1, b=[2]), Template("$ünï").safe_substitute())


class Percent(Template):
    delimiter = "%"


print(Percent("%a $b %% %{c}").substitute(a=1, c=2))
f = Formatter()
print(f.format("{} and {}", 1, "two"), f.format("{0}{1}{0}", "a", "b"), f.format("{name!r:>8}|{x:05.1f}", name="n", x=2.25))
print(f.format("{a.real} {l[1]} {d[key]}", a=5, l=[1, 2], d={"key": "v"}), f.format("{:{}}|{{}}", "x", 5))
print(f.vformat("{0} {k}", ("pos",), {"k": "kw"}), list(f.parse("a{b!s:>5}{{c}}{}")))
print(f.get_field("0.real", (7,), {}), f.get_value(0, ["v"], {}), f.convert_field("ü", "a"))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


print(Default().format("{a} {missing} {0}", "zero", a=1))
error(lambda: f.format("{} {0}", 1))
error(lambda: f.format("{0} {}", 1))
error(lambda: f.format("{0} {1}", 1))
error(lambda: f.format("{name}"))
error(lambda: f.format("{0!x}", 1))
error(lambda: f.format("{"))
error(lambda: f.format("}"))
error(lambda: f.format())
