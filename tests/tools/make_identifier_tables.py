#!/usr/bin/env python3.13
"""Writes core/syntax/identifier_tables.inc: which characters identifiers are made of (PEP 3131), and their NFKC forms.

usage: make_identifier_tables.py > core/syntax/identifier_tables.inc

Left out, to keep the program small: the NFKC forms of CJK compatibility ideographs and of Arabic presentation forms (they stay as
they are), and compositions outside the blocks below U+2000.
"""
import unicodedata

LAST = 0x10FFFF


def ranges(belongs):
    found, start = [], None
    for c in range(0x80, LAST + 2):
        if c <= LAST and belongs(chr(c)):
            if start is None:
                start = c
        elif start is not None:
            found.append((start, c - 1))
            start = None
    return found


def varint(value):
    out = []
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return out + [value]


def zigzag(value):
    return value * 2 if value >= 0 else -value * 2 - 1


def emit(name, comment, data):
    print(f"// {comment}")
    print(f"constexpr unsigned char {name}[] = {{")
    for i in range(0, len(data), 24):
        print("    " + " ".join(f"{b}," for b in data[i : i + 24]))
    print("};\n")


def coded_ranges(pairs):
    data, at = [], 0x80
    for first, last in pairs:
        data += varint(first - at) + varint(last - first)
        at = last + 1
    return data


def skipped(c):
    return (
        0xF900 <= c <= 0xFAFF or 0x2F800 <= c <= 0x2FA1F or 0xFB50 <= c <= 0xFDFF or 0xFE70 <= c <= 0xFEFF
        or 0x1EE00 <= c <= 0x1EEFF
    )


def mappings():
    """Runs of characters whose NFKC form lies at a constant distance, and forms of several characters."""
    runs, several = [], []
    for c in range(0x80, LAST + 1):
        if skipped(c) or not ("a" + chr(c)).isidentifier():
            continue
        form = unicodedata.normalize("NFKC", chr(c))
        if form == chr(c):
            continue
        if len(form) > 1:
            several.append((c, form))
            continue
        if runs and runs[-1][1] == c - 1 and runs[-1][2] == ord(form) - c:
            runs[-1][1] = c
        else:
            runs.append([c, c, ord(form) - c])
    return runs, several


def compositions():
    found = []
    for c in range(0x80, 0x2000):
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", chr(c)) == chr(c):
            found.append((int(parts[1], 16), int(parts[0], 16), c))
    return sorted(found)


print(f"// Made by tests/tools/make_identifier_tables.py from Unicode {unicodedata.unidata_version}; do not edit.")
emit("kStarts", "Ranges of characters that may start a name: (gap, length - 1) as variable-length numbers.",
     coded_ranges(ranges(str.isidentifier)))
emit("kParts", "Ranges of characters that may continue one.", coded_ranges(ranges(lambda c: ("a" + c).isidentifier())))
emit("kNonPrintable", "Characters that are not printable, the unassigned among them.",
     coded_ranges(ranges(lambda c: not c.isprintable())))
runs, several = mappings()
data, at = [], 0x80
for first, last, distance in runs:
    data += varint(first - at) + varint(last - first) + varint(zigzag(distance))
    at = last + 1
emit("kForms", "NFKC forms of one character: (gap, length - 1, distance, sign in the lowest bit).", data)
data, at = [], 0x80
for c, form in several:
    encoded = form.encode()
    data += varint(c - at) + [len(encoded)] + list(encoded)
    at = c + 1
emit("kLongForms", "NFKC forms of several characters: (gap, byte count, UTF-8).", data)
data, last = [], [0, 0]
for mark, base, whole in compositions():
    if mark != last[0]:
        last[1] = 0
    data += varint(mark - last[0]) + varint(base - last[1]) + varint(zigzag(whole - base))
    last = [mark, base]
emit("kCompositions", "(mark, base, whole), sorted; mark and base as differences, base anew for each mark.", data)
