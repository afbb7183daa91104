"""A calculator: tokens, recursive descent, variables, errors with their place."""
import operator
import re

token = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>\*\*|[-+*/()=]))")


class Wrong(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at


def tokens(text):
    at = 0
    text = text.rstrip()
    while at < len(text):
        m = token.match(text, at)
        if not m:
            raise Wrong(f"unexpected {text[at]!r}", at)
        yield m.lastgroup, m[m.lastgroup], m.start(m.lastgroup)
        at = m.end()
    yield "end", "", len(text)


class Calculator:
    signs = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}

    def __init__(self):
        self.names = {"pi": 3.0}

    def run(self, text):
        self.left = list(tokens(text))
        if [t[0] for t in self.left[:2]] == ["name", "sign"] and self.left[1][1] == "=":
            name = self.take()[1]
            self.take()
            value = self.names[name] = self.sum()
        else:
            value = self.sum()
        if self.left[0][0] != "end":
            raise Wrong(f"unexpected {self.left[0][1]!r}", self.left[0][2])
        return value

    def take(self):
        return self.left.pop(0)

    def chain(self, part, signs):
        value = part()
        while self.left[0][1] in signs and self.left[0][0] == "sign":
            value = self.signs[self.take()[1]](value, part())
        return value

    def sum(self):
        return self.chain(self.product, "+-")

    def product(self):
        return self.chain(self.power, "*/")

    def power(self):
        base = self.atom()
        if self.left[0][1] == "**":
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        kind, text, at = self.take()
        match kind, text:
            case "number", _:
                return float(text) if "." in text else int(text)
            case "name", _ if text in self.names:
                return self.names[text]
            case "name", _:
                raise Wrong(f"unknown name {text!r}", at)
            case "sign", "-":
                return -self.power()
            case "sign", "(":
                value = self.sum()
                if self.take()[1] != ")":
                    raise Wrong("missing )", at)
                return value
        raise Wrong(f"unexpected {text!r}" if text else "unexpected end", at)


calculator = Calculator()
for text in ["1 + 2 * 3", "(1+2)*3", "2 ** 3 ** 2", "-2 ** 2", "x = 10 / 4", "x * x", "1 +", "(1", "2 $ 3", "y", "1 2", "10 / (5 - 5)", "pi*2", "((((7))))", "1.5e"]:
    try:
        print(text, "=", calculator.run(text))
    except Wrong as e:
        print(text, " " * e.at + "^", e, sep="\n")
    except ZeroDivisionError as e:
        print(text, type(e).__name__, e)
