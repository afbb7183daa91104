"""shlex: command lines taken apart and put together."""
import shlex

for line in ["a b c", "say 'hello world' \"and more\"", r"one\ word", "x='a b'", "a#b c # comment", "''", "tab\tnew\nline", "\"a\\\"b\""]:
    print(shlex.split(line), shlex.split(line, comments=True))
for broken in ["'open", "\"open", "end\\"]:
    try:
        print(shlex.split(broken))
    except ValueError as e:
        print("ValueError:", e)
print([shlex.quote(s) for s in ("plain", "two words", "it's", "", "a$b", "x/y-z.txt")])
print(shlex.join(["echo", "a b", "it's"]), shlex.split(shlex.join(["echo", "a b", "it's"])))
print(shlex.split("a,b;c", posix=False), shlex.split("'q' r", posix=False))
