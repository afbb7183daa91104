# shlex and getopt take command lines apart.
import getopt
import shlex

for line in ("a b  c", "'single quoted' \"double $x\"", r'back\ slash "in \" quotes" \n', "a'b'c\"d\"", "", "''", "x=1 # not a comment", "tab\tnew\nline"):
    print(shlex.split(line))
print(shlex.split("a # comment\nb", comments=True), [shlex.quote(s) for s in ("plain", "", "two words", "it's", "$x", "a/b-c.d")], shlex.join(["echo", "hello world", "it's"]))
for bad in ("'open", "end\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(e)
print(getopt.getopt("-a -b -cfoo -d bar a1 a2".split(), "abc:d:"))
print(getopt.getopt("--cond --testing --output-file abc.def -x a1 a2".split(), "x", ["condition", "output-file=", "testing"]))
print(getopt.gnu_getopt("a1 -x a2 --out=5 -- -y".split(), "xy", ["out="]), getopt.getopt(["-ab", "--", "-c"], "ab"))
for args in (["-z"], ["--zz"], ["-o"], ["--out"], ["--flag=1"], ["--fl"]):
    try:
        print(getopt.getopt(args, "o:", ["out=", "flag", "flip"]))
    except getopt.GetoptError as e:
        print(e, repr(e.opt))
