"""string: constants, templates, a formatter of one's own, capwords."""
import string
from string import Formatter, Template

print(string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace))
t = Template("$who likes ${what}s, it costs $$5")
print(t.substitute(who="tim", what="cake"), t.safe_substitute(who="tim"), t.get_identifiers(), t.is_valid())
for wrong in (lambda: t.substitute(who="x"), lambda: Template("a $ b").substitute(), lambda: Template("$1").substitute()):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)


class Percent(Template):
    delimiter = "%"


print(Percent("%x and $x").substitute(x=1), string.capwords("  some  words here "), string.capwords("a-b", "-"))


class Shouting(Formatter):
    def get_value(self, key, args, kwargs):
        return super().get_value(key, args, kwargs) if not isinstance(key, str) else kwargs.get(key, f"<{key}>")

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)


f = Shouting()
print(f.format("{0!u} {name} {missing} {1:>4}", "hey", 7, name="you"), list(Formatter().parse("a{b!r:>{w}}c{{")))
print(Formatter().vformat("{a[0]} {b.real}", (), {"a": [1], "b": 2}))
