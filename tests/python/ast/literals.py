# ast.literal_eval reads literals and nothing else.
from ast import literal_eval

for text in ("1", "-5", "+3", "1.5e3", "0x1F", "1_000", "3+4j", "-2-1j", "'text'", '"a" "b"', "b'\\x00'", "'''long\nline'''", "[1, 'two', (3,), {4: [5]}]", "()", "(1)", "(1,)", "1, 2", "{}", "{1, 2}", "set()",
             "{'a': 1, 'b': None, 'c': True}", "  [1,\n 2, # comment\n]", "None", "False", "r'\\n'", "'it\\'s'", "...".replace("...", "'x'"), "{'k': {'n': (1, [2])}}"):
    print(repr(literal_eval(text)))
for text in ("x", "f(1)", "1 + 1", "__import__('os')", "[x for x in y]", "a.b", "'a' % 1", "lambda: 0", "not True"):
    try:
        print(literal_eval(text))
    except ValueError as e:
        print("ValueError", str(e).split(":")[0].split(" on line")[0])
for text in ("[1, 2", "1 2", "", "'open"):
    try:
        print(literal_eval(text))
    except SyntaxError as e:
        print("SyntaxError", e.msg)
