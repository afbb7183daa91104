"""Character constants, templates and the formatter behind str.format."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital, joined by single spaces or by sep."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with $names or ${names} in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # Pairs of what is there and its meaning: text, a name, or None for a delimiter that stands wrong.
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], "text"
                return
            yield text[start:at], "text"
            after = at + len(mark)
            if text.startswith(mark, after):
                yield mark, "escape"
                start = after + len(mark)
                continue
            brace = text[after:after + 1] == "{"
            first = end = after + brace
            while end < len(text) and (text[end].isascii() and (text[end].isalnum() or text[end] == "_")) and \
                    (end > first or not text[end].isdigit()):
                end += 1
            if end == first or brace and text[end:end + 1] != "}":
                yield at, "wrong"
                yield mark, "text"
                start = after
                continue
            start = end + brace
            yield text[at:start], text[first:end]

    def _fill(self, mapping, kws, safe):
        from collections import ChainMap
        if mapping is not None and kws:
            mapping = ChainMap(kws, mapping)
        elif mapping is None:
            mapping = kws
        out = []
        for part, name in self._parts():
            if name == "wrong":
                if not safe:
                    lines = self.template[:part].splitlines(keepends=True) or [""]
                    column = part - len("".join(lines[:-1])) if lines[-1][-1:] != "\n" else 0
                    raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {column + 1}")
            elif name in ("text", "escape") and (name == "escape" or not part.startswith(self.delimiter) or
                                                 part == self.delimiter):
                out.append(part)
            elif safe:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(part)
            else:
                out.append(str(mapping[name]))
        return "".join(out)

    def substitute(self, mapping=None, /, **kws):
        """The text with every name replaced; KeyError for one that is missing."""
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        """The same, but what is missing stays as written."""
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(name != "wrong" for _, name in self._parts())

    def get_identifiers(self):
        found = {}
        for part, name in self._parts():
            if name not in ("wrong", "escape") and not (name == "text" and part[:1] != self.delimiter):
                if name != "text" or len(part) > 1:
                    found[name] = None
        return list(found)


def _fields(text):
    # (literal, field, spec, conversion) for each replacement field, as str.format reads them.
    literal, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if c in "{}" and text[i + 1:i + 2] == c:
            yield "".join(literal) + c, None, None, None
            literal = []
            i += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if c != "{":
            literal.append(c)
            i += 1
            continue
        depth, j = 1, i + 1
        if j >= n:
            raise ValueError("Single '{' encountered in format string")
        while j < n and depth:
            depth += (text[j] == "{") - (text[j] == "}")
            j += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        inside = text[i + 1:j - 1]
        k = brackets = 0
        while k < len(inside) and (brackets or inside[k] not in ":!"):
            brackets += (inside[k] == "[") - (inside[k] == "]")
            k += 1
        field, rest, conversion = inside[:k], inside[k:], None
        if rest[:1] == "!":
            if len(rest) < 2:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = rest[1]
            rest = rest[2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
        yield "".join(literal), field, rest[1:], conversion
        literal = []
        i = j
    if literal:
        yield "".join(literal), None, None, None


class Formatter:
    """What str.format does, in parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            first = field.replace("[", ".").partition(".")[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(auto) + field
                auto += 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        end = min((i for i in (field_name.find("."), field_name.find("[")) if i >= 0), default=len(field_name))
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min((i for i in (rest.find(".", 1), rest.find("[", 1)) if i >= 0), default=len(rest))
                name, rest = rest[1:end], rest[end:]
                if not name:
                    raise ValueError("Empty attribute in format string")
                obj = getattr(obj, name)
            elif rest[0] == "[":
                end = rest.find("]")
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                name, rest = rest[1:end], rest[end + 1:]
                if not name:
                    raise ValueError("Empty attribute in format string")
                obj = obj[int(name) if name.isdigit() else name]
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return obj, first
