"""literal_eval(): the value of a literal. gilbox gives no syntax trees to programs."""

__all__ = ["literal_eval"]


class _Reader:
    # A reader of its own for Python's literals: numbers, texts, containers, True, False, None.
    def __init__(self, text):
        self.text = text
        self.at = 0

    def wrong(self):
        raise ValueError(f"malformed node or string: {self.text!r}")

    def skip(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            elif c.isspace() or c == "\\" and text[self.at + 1:self.at + 2] == "\n":
                self.at += 1
            else:
                break

    def take(self, mark):
        self.skip()
        if self.text.startswith(mark, self.at):
            self.at += len(mark)
            return True
        return False

    def items(self, end):
        found, comma = [], False
        while not self.take(end):
            found.append(self.value())
            comma = self.take(",")
            if not comma:
                if not self.take(end):
                    self.wrong()
                break
        return found, comma

    def value(self):
        left = self.term()
        while isinstance(left, (int, float)) and not isinstance(left, bool):
            sign = 1 if self.take("+") else -1 if self.take("-") else 0
            if not sign:
                break
            right = self.term()
            if not isinstance(right, complex):
                self.wrong()
            left = left + right if sign > 0 else left - right
        return left

    def term(self):
        self.skip()
        text, at = self.text, self.at
        c = text[at:at + 1]
        if c in ("-", "+") and c:
            self.at += 1
            v = self.term()
            if not isinstance(v, (int, float, complex)) or isinstance(v, bool):
                self.wrong()
            return -v if c == "-" else v
        if c == "[":
            self.at += 1
            return self.items("]")[0]
        if c == "(":
            self.at += 1
            found, comma = self.items(")")
            return found[0] if len(found) == 1 and not comma else tuple(found)
        if c == "{":
            self.at += 1
            return self.braces()
        if c.isdigit() or c == "." and text[at + 1:at + 2].isdigit():
            return self.number()
        end = at
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        word = text[at:end]
        if text[end:end + 1] in ("'", '"') and word.lower() in ("", "b", "r", "u", "br", "rb"):
            return self.string(end)
        if word == "set" and text[end:end + 2] == "()":
            self.at = end + 2
            return set()
        self.at = end
        if word in ("True", "False", "None"):
            return {"True": True, "False": False, "None": None}[word]
        self.wrong()

    def braces(self):
        if self.take("}"):
            return {}
        first = self.value()
        if self.take(":"):
            found = {first: self.value()}
            while self.take(","):
                if self.take("}"):
                    return found
                key = self.value()
                if not self.take(":"):
                    self.wrong()
                found[key] = self.value()
            if not self.take("}"):
                self.wrong()
            return found
        if not self.take(","):
            if not self.take("}"):
                self.wrong()
            return {first}
        return {first, *self.items("}")[0]}

    def number(self):
        text, start = self.text, self.at
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] in "._" or text[end] in "+-" and
                                   text[end - 1] in "eE" and text[start:start + 2].lower() != "0x"):
            end += 1
        self.at = end
        return eval(text[start:end], {"__builtins__": {}})

    def string(self, quote_at):
        text, parts = self.text, []
        start = self.at
        mark = text[quote_at:quote_at + 3]
        mark = mark if mark in ("'''", '"""') else mark[0]
        i = quote_at + len(mark)
        while not text.startswith(mark, i):
            if i >= len(text):
                self.wrong()
            i += 2 if text[i] == "\\" else 1
        self.at = i + len(mark)
        value = eval(text[start:self.at], {"__builtins__": {}})
        self.skip()
        if self.text[self.at:self.at + 1] in ("'", '"') or self.text[self.at:self.at + 2].lower() in ("b'", 'b"'):
            return value + self.term()
        return value


def literal_eval(node_or_string):
    """The value of a literal or a display of literals; ValueError for anything else."""
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text.strip() or text, "<unknown>", "eval")
    reader = _Reader(text)
    value = reader.value()
    reader.skip()
    if reader.take(","):
        rest = [value]
        reader.skip()
        while reader.at < len(text):
            rest.append(reader.value())
            if not reader.take(","):
                break
            reader.skip()
        value = tuple(rest)
        reader.skip()
    if reader.at < len(text):
        reader.wrong()
    return value


def __getattr__(name):
    raise AttributeError(f"module 'ast' has no attribute {name!r} (gilbox has: literal_eval)")
