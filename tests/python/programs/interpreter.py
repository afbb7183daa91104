# A small language in Python: tokenizer, recursive-descent parser, tree walker, with match.
from dataclasses import dataclass
@dataclass
class Num: value: float
@dataclass
class Var: name: str
@dataclass
class Bin:
    op: str
    left: object
    right: object
@dataclass(frozen=True)
class Call:
    name: str
    args: tuple = ()
class ParseError(Exception): pass
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1; continue
        j = i
        if c.isdigit():
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield "num", text[i:j]
        elif c.isalpha():
            while j < len(text) and text[j].isalnum(): j += 1
            yield "name", text[i:j]
        elif c in "+-*/^(),=": j += 1; yield "op", c
        else: raise ParseError(f"unexpected {c!r} at {i}")
        i = j
    yield "end", ""
class Parser:
    levels = [("+-", "left"), ("*/", "left"), ("^", "right")]
    def __init__(self, text): self.items = list(tokens(text)); self.at = 0
    @property
    def now(self): return self.items[self.at]
    def take(self, value=None):
        kind, text = self.now
        if value is not None and text != value: raise ParseError(f"expected {value!r}, got {text or 'end'!r}")
        self.at += 1
        return kind, text
    def expression(self, level=0):
        if level == len(self.levels): return self.atom()
        ops, side = self.levels[level]
        left = self.expression(level + 1)
        while self.now[0] == "op" and self.now[1] in ops:
            op = self.take()[1]
            right = self.expression(level if side == "right" else level + 1)
            left = Bin(op, left, right)
        return left
    def atom(self):
        match self.take():
            case ("num", text): return Num(float(text))
            case ("name", name) if self.now[1] == "(":
                self.take("("); args = []
                while self.now[1] != ")":
                    args.append(self.expression())
                    if self.now[1] == ",": self.take()
                self.take(")")
                return Call(name, tuple(args))
            case ("name", name): return Var(name)
            case ("op", "("):
                inner = self.expression(); self.take(")"); return inner
            case ("op", "-"): return Bin("-", Num(0), self.expression(2))
            case (_, text): raise ParseError(f"unexpected {text or 'end'!r}")
functions = {"max": max, "min": min, "sq": lambda x: x * x}
def evaluate(node, names):
    match node:
        case Num(value): return value
        case Var(name=n) if n in names: return names[n]
        case Var(n): raise NameError(f"name {n!r} is not defined")
        case Bin("+", l, r): return evaluate(l, names) + evaluate(r, names)
        case Bin("-", l, r): return evaluate(l, names) - evaluate(r, names)
        case Bin("*", l, r): return evaluate(l, names) * evaluate(r, names)
        case Bin("/", l, r): return evaluate(l, names) / evaluate(r, names)
        case Bin("^", l, r): return evaluate(l, names) ** evaluate(r, names)
        case Call(name, args): return functions[name](*(evaluate(a, names) for a in args))
names = {"pi": 3.14159, "x": 2.0}
for text in "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x + 10", "max(1, x * 4, min(9, 3)) / 4", "sq(sq(2))", "1 / 0", "y + 1", "1 +", "2 $ 3", "(1", "nope(1)":
    try:
        p = Parser(text); tree = p.expression(); p.take("")
        print(text, "=>", evaluate(tree, names))
    except (ParseError, NameError, ZeroDivisionError, KeyError) as e: print(text, "=>", type(e).__name__, e)
print(Parser("1 + x * f(2)").expression())
print(Num(1) == Num(1.0), Call("a") == Call("a"), hash(Call("a")) == hash(Call("a")))
