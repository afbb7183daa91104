# print: sep, end, file, flush, and what it converts.
import sys, io
print()
print(1, "a", None, [1, "b"], sep="|")
print("no newline", end="")
print(" / continued")
print(*range(5), sep=", ", end=".\n")
print("a", "b", sep=None, end=None)
print(sep="x")
out = io.StringIO()
print("to a file", 3, file=out)
print("again", file=out, end="", flush=True)
print(repr(out.getvalue()))
class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
writer = Writer()
print("x", 1, file=writer)
print(writer.parts)
class Both:
    def __str__(self): return "as str"
    def __repr__(self): return "as repr"
print(Both(), [Both()], {"k": Both()})
def attempt(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: print("a", sep=1))
attempt(lambda: print("a", end=1))
attempt(lambda: print("a", file=3))
attempt(lambda: print("a", colour="red"))
class Bad:
    def __str__(self): return 5
attempt(lambda: print(Bad()))
class Failing:
    def __str__(self): raise KeyError("in str")
attempt(lambda: print("before", Failing()))
print()
old, sys.stdout = sys.stdout, out
print("captured")
sys.stdout = old
print(repr(out.getvalue()))
print("tab\there", "nul\0".encode(), "é ü 漢字 🎉", "\\")
