# Sums over all of the planes that have characters: any difference in a table shows.
TESTS = ["isalpha", "isdecimal", "isdigit", "isnumeric", "islower", "isupper", "istitle", "isprintable", "isidentifier", "isspace"]

def mix(text):
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1000000007
    return total

for start in [*range(0, 0x3400, 0x400), 0x4DC0, *range(0x9FC0, 0xB000, 0x400), 0xD7B0, *range(0xF900, 0x10000, 0x380), *range(0x10000, 0x11400, 0x400), 0x12400, 0x16800, 0x1BC00, 0x1CF00, *range(0x1D100, 0x1F000, 0x400), *range(0x1F000, 0x1FC00, 0x400), 0x2FA00, 0xE0000, 0x10FF00]:
    block = "".join(chr(c) for c in range(start, min(start + 0x400, 0x110000)) if not 0xD800 <= c < 0xE000)
    print(hex(start), *[sum(1 for c in block if getattr(c, name)()) for name in TESTS],
          mix(block.upper()), mix(block.lower()), mix(block.title()), mix(block.casefold()), mix(block.swapcase()),
          mix([c for c in block if ("a" + c).isidentifier()]), mix([c for c in block if ("A" + c + "Σ").lower()[-1] == "ς"]),
          sum(int(c) for c in block if c.isdecimal()), mix(ascii(repr(block))))
for c in "ßŉǰΐΰևẖẗẘẙẚὐὒᾀᾳᾼῳﬀﬁﬃﬅﬓİıſKÅǅ":
    print(c, c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase(), [hex(ord(x)) for x in c.upper()])
