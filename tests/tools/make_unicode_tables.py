"""Writes core/base/unicode_tables.inc from the unicodedata of the Python that runs it (CPython 3.13: Unicode 15.1).

    python3.13 tests/tools/make_unicode_tables.py

Three stages of small arrays lead from a code point to a record of flags and case differences; code points whose
mapping is longer than one code point have their texts in a table of their own.
"""

import pathlib
import sys
import unicodedata

FLAGS = ("alpha", "decimal", "digit", "numeric", "lower", "upper", "title", "printable", "start", "continue", "space",
         "ignorable", "special")
STEP, STEP2 = 16, 32


def flags_of(c: str) -> int:
    upper = c.isupper()
    ignorable = ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] != "\u03c2"
    bits = (c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.islower(), upper,
            unicodedata.category(c) == "Lt", c.isprintable(), c.isidentifier(), ("a" + c).isidentifier(),
            c.isspace(), ignorable)
    return sum(1 << i for i, bit in enumerate(bits) if bit)


def record_of(point: int, special: dict) -> tuple:
    c = chr(point)
    flags = flags_of(c)
    digit = unicodedata.digit(c, -1)
    mappings = [c.lower(), c.upper(), c.title(), c.casefold()]
    if any(len(m) > 1 for m in mappings):
        special[point] = mappings
        return (flags | 1 << FLAGS.index("special"), 0, 0, 0, 0, digit)
    return (flags, *(ord(m) - point for m in mappings), digit)


def packed(values: list, size: int) -> tuple:
    blocks: dict = {}
    index = [blocks.setdefault(tuple(values[i:i + size]), len(blocks)) for i in range(0, len(values), size)]
    return index, [v for block in blocks for v in block]


def array(name: str, kind: str, values: list) -> str:
    lines, line = [], " "
    for v in values:
        word = f" {v},"
        if len(line) + len(word) > 118:
            lines.append(line)
            line = " "
        line += word
    lines.append(line)
    return f"inline constexpr {kind} {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def main() -> None:
    special: dict = {}
    records: dict = {}
    numbers = [records.setdefault(record_of(p, special), len(records)) for p in range(0x110000)]
    assert len(records) < 256, len(records)
    index, leaves = packed(numbers, STEP)
    top, middle = packed(index, STEP2)
    assert max(top) < 256 and max(index) < 65536
    points = sorted(special)
    texts: list = []
    starts: list = []
    for p in points:
        for mapping in special[p]:
            starts.append(len(texts))
            texts.extend(ord(c) for c in mapping)
    starts.append(len(texts))
    assert max(texts) < 65536 and max(points) < 65536
    out = [
        "// Made by tests/tools/make_unicode_tables.py. Unicode " + unicodedata.unidata_version + ".\n",
        f"inline constexpr uint32_t kStep = {STEP}, kStep2 = {STEP2};\n",
        "enum : uint16_t {\n" + "".join(f"  k_{name} = {1 << i},\n" for i, name in enumerate(FLAGS)) + "};\n",
        "struct Record { uint16_t flags; int8_t digit; int32_t to[4]; };\n",
        "inline constexpr Record kRecords[] = {\n"
        + "".join(f"  {{{r[0]}, {r[5]}, {{{r[1]}, {r[2]}, {r[3]}, {r[4]}}}}},\n" for r in records) + "};\n",
        array("kTop", "uint8_t", top),
        array("kMiddle", "uint16_t" if max(middle) > 255 else "uint8_t", middle),
        array("kLeaves", "uint8_t", leaves),
        "// Sorted code points with a long mapping; each has four texts: lower, upper, title, fold.\n",
        array("kSpecial", "uint16_t", points),
        array("kTextStart", "uint16_t", starts),
        array("kTexts", "uint16_t", texts),
    ]
    target = pathlib.Path(__file__).resolve().parents[2] / "core" / "base" / "unicode_tables.inc"
    target.write_text("\n".join(out))
    size = len(top) + 2 * len(middle) + len(leaves) + 20 * len(records) + 2 * (len(points) + len(starts) + len(texts))
    print(f"{target.name}: {len(records)} records, {len(points)} special, {size} bytes of tables", file=sys.stderr)


main()
