"""Reading and writing small formats by hand: INI, query strings, run lengths, hex dumps, diffs."""
import difflib
import itertools
import json
import re
import struct
import textwrap

ini = """
; settings
[server]
host = localhost
port=8080

[paths]
home : /tmp
"""


def read_ini(text):
    section, result = None, {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line[0] in ";#":
            continue
        if m := re.fullmatch(r"\[(\w+)\]", line):
            section = result.setdefault(m[1], {})
        elif section is not None and (m := re.match(r"(\w+)\s*[=:]\s*(.*)", line)):
            section[m[1]] = int(m[2]) if m[2].isdigit() else m[2]
        else:
            raise SyntaxError(f"line {number}: {line!r}")
    return result


print(json.dumps(read_ini(ini), indent=1, sort_keys=True))
try:
    read_ini("x = 1")
except SyntaxError as e:
    print(e)
squeeze = lambda s: "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))
expand = lambda s: "".join(int(n) * c for n, c in re.findall(r"(\d+)(\D)", s))
print(squeeze("aaabccccd"), expand(squeeze("aaabccccd")))
data = b"Hello, W\xf6rld!\x00\x01" + bytes(range(250, 256))
for at in range(0, len(data), 8):
    part = data[at:at + 8]
    print(f"{at:04x}  {part.hex(' '):<23}  {''.join(chr(b) if 32 <= b < 127 else '.' for b in part)}")
record = struct.Struct("<H3sfq")
packed = record.pack(513, b"abc", 1.5, -2)
print(record.size, packed.hex(), record.unpack(packed))
print(textwrap.fill("the quick brown fox jumps over the lazy dog again and again", 24, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""\
    one
      two
    three"""), textwrap.shorten("a long line of words", 12, placeholder="~"), sep="\n")
old, new = "a\nb\nc\nd".split("\n"), "a\nB\nc\ne\nf".split("\n")
print("\n".join(difflib.unified_diff(old, new, "old", "new", lineterm="")))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3))
print(json.loads('{"a": [1, 2.5, true, null, "\\u00e9\\n"]}'), json.dumps({"k": (1, None), 2: float("inf")}), json.dumps("é", ensure_ascii=False))
for broken in ('{"a": }', "[1,", '{"a" 1}', "nul", '"open', "[1] x", "{'a': 1}"):
    try:
        json.loads(broken)
    except json.JSONDecodeError as e:
        print(e, e.pos)
