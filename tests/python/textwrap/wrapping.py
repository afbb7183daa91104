# textwrap: wrap, fill, shorten, dedent, indent and the options.
import textwrap

text = ("Hello there -- you goof-ball, use the -b option! This is a sample  of long-winded text that goes on and on, "
        "with a.b.c's, some_identifiers and antidisestablishmentarianism.")
for width in (10, 20, 45, 200):
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(text, 12, break_long_words=False))
print(textwrap.wrap(text, 30, break_on_hyphens=False))
print(textwrap.wrap("a\tb\nc   d", 80), textwrap.wrap("a\tb\nc", 80, expand_tabs=False, replace_whitespace=False))
print(textwrap.wrap("   leading and trailing   ", 10), textwrap.wrap("   keep   it ", 6, drop_whitespace=False))
print(textwrap.wrap("", 5), textwrap.wrap("   ", 5), repr(textwrap.fill("", 5)))
print(textwrap.wrap("First one. Second one! third.", 80, fix_sentence_endings=True))
print(textwrap.wrap(text, 30, max_lines=2), textwrap.wrap(text, 30, max_lines=1, placeholder="..."))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11),
      textwrap.shorten("Hello world", width=10, placeholder="..."))
print(textwrap.wrap("x" * 25, 10), textwrap.wrap("em--dash and--more", 8), textwrap.wrap("-option --long-option x-1 1-x", 9))
for f in (lambda: textwrap.wrap(text, 0), lambda: textwrap.shorten(text, 3)):
    try:
        f()
    except ValueError as e:
        print(e)
print(repr(textwrap.dedent("""
    def f():
        return 1

      # comment
    \t
    end
""")))
print(repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("none\n  two")), repr(textwrap.dedent("")), repr(textwrap.dedent("  \n  x")))
print(repr(textwrap.indent("a\n\n  b\n \nc", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
w = textwrap.TextWrapper(width=15, initial_indent="- ")
w.subsequent_indent = "  "
print(w.wrap("reuse the same wrapper for several texts"), w.fill("short"), w.width)
words = ("the quick brown fox-like thing jumped over the lazy dogs' well-known beds; he said \"so--what?\" and left " * 3)
for width in range(5, 60, 7):
    print(textwrap.wrap(words, width)[:6])
