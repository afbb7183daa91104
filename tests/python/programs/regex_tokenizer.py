# A tokenizer by named groups, a precedence-climbing parser, an evaluator and a stack machine for one small language.
import re
from typing import NamedTuple, Iterator
class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int
RULES = [("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|//|[-+*/%()=,<>!]=?"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|\#[^\n]*"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{k}>{p})" for k, p in RULES))
def tokens(text) -> Iterator[Token]:
    line, start = 1, 0
    for m in PATTERN.finditer(text):
        kind, column = m.lastgroup, m.start() - start
        if kind == "NEWLINE": line, start = line + 1, m.end()
        elif kind == "SKIP": continue
        elif kind == "BAD": raise SyntaxError(f"unexpected {m.group()!r} at {line}:{column}")
        yield Token(kind, m.group(), line, column)
    yield Token("END", "", line, len(text) - start)
POWER = {"=": 1, "<": 2, ">": 2, "+": 3, "-": 3, "*": 4, "/": 4, "//": 4, "%": 4, "**": 6}
class Parser:
    def __init__(self, text): self.all = [t for t in tokens(text)]; self.at = 0
    def next(self): self.at += 1; return self.all[self.at - 1]
    @property
    def now(self): return self.all[self.at]
    def expect(self, text):
        if self.now.text != text: raise SyntaxError(f"expected {text!r}, got {self.now.text!r} at {self.now.line}:{self.now.column}")
        return self.next()
    def expression(self, least=1):
        t = self.next()
        match t:
            case Token("NUMBER", text): left = float(text) if re.search(r"[.eE]", text) else int(text)
            case Token("NAME", text) if self.now.text == "(":
                self.next(); args = []
                while self.now.text != ")":
                    args.append(self.expression())
                    if self.now.text == ",": self.next()
                self.next(); left = ("call", text, *args)
            case Token("NAME", text): left = ("get", text)
            case Token("OP", "("): left = self.expression(); self.expect(")")
            case Token("OP", "-"): left = ("neg", self.expression(5))
            case _: raise SyntaxError(f"unexpected {t.text or 'end'!r} at {t.line}:{t.column}")
        while (op := self.now.text) in POWER and POWER[op] >= least:
            self.next()
            right = self.expression(POWER[op] + (op not in ("**", "=")))
            left = (op, left, right)
        return left
    def program(self):
        while self.now.kind != "END":
            if self.now.kind == "NEWLINE": self.next(); continue
            yield self.expression()
import operator
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "<": operator.lt, ">": operator.gt}
def evaluate(tree, env):
    match tree:
        case int() | float(): return tree
        case ("get", name): return env[name]
        case ("neg", x): return -evaluate(x, env)
        case ("=", ("get", name), value): env[name] = result = evaluate(value, env); return result
        case ("=", *_): raise SyntaxError("cannot assign to that")
        case ("call", name, *args): return env[name](*(evaluate(a, env) for a in args))
        case (op, a, b): return OPS[op](evaluate(a, env), evaluate(b, env))
source = "x = 3  # three\ny = -x ** 2 + 2 * (x - 1)\nmax(x, y, 10 // 3) * 1.5e1\na = b = 2 ** 3 ** 2\na % 7 < b"
env = {"max": max}
for tree in Parser(source).program(): print(tree, "->", evaluate(tree, env))
print({k: v for k, v in env.items() if k != "max"})
print(*tokens("a\n  +1"), sep="\n")
for bad in ["1 +", "(1", "1 $ 2", "3 = 4", ") 1", "zz + 1", "1 / 0"]:
    try: print([evaluate(t, dict(env)) for t in Parser(bad).program()])
    except (SyntaxError, LookupError, ArithmeticError) as e: print(repr(bad), type(e).__name__, e)
