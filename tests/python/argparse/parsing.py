# Command lines are read as described.
import argparse
import contextlib
import io


def run(parser, line):
    err, out = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
        try:
            print(parser.parse_args(line.split()))
        except SystemExit as e:
            print("exit", e.code)
    print(f"[{line}]", out.getvalue() + err.getvalue(), end="")


p = argparse.ArgumentParser(prog="prog", description="Process some integers.", epilog="The end.")
p.add_argument("integers", metavar="N", type=int, nargs="+", help="an integer for the accumulator")
p.add_argument("--sum", dest="accumulate", action="store_const", const=sum, default=max, help="sum the integers (default: find the max)")
print(p.parse_args(["1", "2"]).integers, p.parse_args("--sum 7 -1 42".split()).accumulate([1, 2]))
run(p, "-h")
run(p, "a b")
run(p, "")
p = argparse.ArgumentParser(prog="tool")
p.add_argument("source")
p.add_argument("dest", nargs="?", default="here")
p.add_argument("-v", "--verbose", action="count", default=0, help="more output")
p.add_argument("-q", action="store_true")
p.add_argument("--no-cache", action="store_false", dest="cache")
p.add_argument("-n", "--number", type=int, default="5", metavar="NUM", help="a number (default: %(default)s)")
p.add_argument("--level", choices=["low", "high"], default="low")
p.add_argument("-I", action="append", dest="include")
p.add_argument("--pair", nargs=2, type=float, metavar=("X", "Y"))
p.add_argument("--opt", nargs="?", const="const")
p.add_argument("--list", nargs="*")
p.add_argument("--flag", action=argparse.BooleanOptionalAction)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
for line in ("s", "s d -vvq", "-n3 s", "--number=4 s", "s --num 6", "s -Ia -I b --pair 1 2.5", "s --opt", "--opt x s", "s --list", "s --list a b", "s --flag", "s --no-flag --no-cache", "-- -odd", "s -n -3", "s -vn2",
             "--version", "-h", "s -n x", "s --level mid", "s --pair 1", "s --unknown 5", "s d e f", "--n 1 s", "s -n", "s --sum", "s --q=1", "s --verbose=3"):
    run(p, line)
print(p.parse_known_args(["s", "--what", "x"]), p.get_default("level"), p.parse_args(["s"], argparse.Namespace(x=1)))
g = argparse.ArgumentParser(prog="group")
x = g.add_mutually_exclusive_group(required=True)
x.add_argument("--fast", action="store_true")
x.add_argument("--slow", action="store_true", help="take time")
more = g.add_argument_group("more", "described")
more.add_argument("--size", type=int, default=3)
g.set_defaults(extra="given")
for line in ("--fast", "--fast --slow", "", "-h", "--slow --size 8"):
    run(g, line)
