# SequenceMatcher, close matches and the texts of differences.
import difflib
from difflib import SequenceMatcher

s = SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.find_longest_match())
for tag, i1, i2, j1, j2 in SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes():
    print(f"{tag:7} a[{i1}:{i2}] b[{j1}:{j2}]")
print(SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "with", "well"]), difflib.get_close_matches("x", ["abc"]))
print(difflib.get_close_matches("pineapple", ["apple"], n=1, cutoff=0.3))
a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
b = "zero\none\ntree\nfour\nfive\nsix\nseven\neight\nnine\neleven\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "before.py", "after.py")), end="")
print("".join(difflib.unified_diff(a, b, n=0, fromfiledate="then", tofiledate="now")), end="")
print("".join(difflib.context_diff(a, b, "before.py", "after.py")), end="")
d = list(difflib.ndiff(a, b))
print("".join(d), end="")
print("".join(difflib.restore(d, 1)) == "".join(a), "".join(difflib.restore(d, 2)) == "".join(b))
print("".join(difflib.ndiff(["\tabcDefghiJkl\n"], ["\tabcdefGhijkl\n"])), end="")
print(list(difflib.unified_diff(a, a)), list(difflib.Differ().compare(["x"], ["x", "y"])))
print(SequenceMatcher(None, "", "").ratio(), SequenceMatcher(a="abc", b="abd").ratio(), list(SequenceMatcher(None, a, b).get_grouped_opcodes(1)))
for bad in (lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([1], ["a"]))):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
