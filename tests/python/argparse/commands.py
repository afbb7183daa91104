# Sub-commands, parents, formatters, types and exit_on_error.
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


top = argparse.ArgumentParser(prog="git")
top.add_argument("--debug", action="store_true")
subs = top.add_subparsers(dest="command", required=True, help="sub-command help", title="commands")
clone = subs.add_parser("clone", help="copy a repository", aliases=["cl"])
clone.add_argument("url")
clone.set_defaults(func="clone it")
commit = subs.add_parser("commit", help="record changes", description="Record.")
commit.add_argument("-m", "--message", required=True)
commit.add_argument("files", nargs="*")
for line in ("clone there", "--debug cl x", "commit -m text a b", "commit", "push", "", "-h", "commit -h", "clone a b", "clone --debug x"):
    run(top, line)


def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return n


base = argparse.ArgumentParser(add_help=False)
base.add_argument("--user", default="me")
child = argparse.ArgumentParser(prog="child", parents=[base], formatter_class=argparse.ArgumentDefaultsHelpFormatter, argument_default=None)
child.add_argument("--even", type=even, default=2, help="an even number")
child.add_argument("rest", nargs=argparse.REMAINDER)
for line in ("--even 4", "--even 3", "--even x", "-h", "--user you cmd --opt -x"):
    run(child, line)
raw = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawDescriptionHelpFormatter, description="""keep
    this   layout""", usage="%(prog)s [things]")
raw.add_argument("--hidden", help=argparse.SUPPRESS)
raw.add_argument("--long-option-name-that-is-long", help="its help goes on the next line because the option is so long that it does not fit beside it")
raw.print_help()
raw.print_usage()
quiet = argparse.ArgumentParser(prog="quiet", exit_on_error=False)
quiet.add_argument("--n", type=int)
try:
    quiet.parse_args(["--n", "x"])
except argparse.ArgumentError as e:
    print(type(e).__name__, e, e.argument_name)
for bad in (lambda: quiet.add_argument("--n"), lambda: quiet.add_argument("x", required=True), lambda: quiet.add_argument("--z", action="nope"), lambda: quiet.add_argument("--y", type=3), lambda: quiet.add_argument("--w", nargs=0),
            lambda: quiet.add_argument("p", dest="q")):
    try:
        bad()
    except (ValueError, TypeError, argparse.ArgumentError) as e:
        print(f"{type(e).__name__}: {e}")
many = argparse.ArgumentParser(prog="many")
for name in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"):
    many.add_argument("--" + name, help=name)
many.add_argument("first")
many.add_argument("second", nargs="*")
many.print_usage()
print(argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
