"""Rows of values separated by commas, and their relatives."""

from io import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
           "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


class Dialect:
    """How rows are written: subclass it and give the attributes."""

    delimiter = quotechar = escapechar = lineterminator = quoting = doublequote = skipinitialspace = None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(excel):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _made(dialect, fmtparams)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _limit
    old = _limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return old


def _made(dialect, params):
    # A dialect with every attribute, checked.
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    names = ("delimiter", "quotechar", "escapechar", "lineterminator", "quoting", "doublequote", "skipinitialspace",
             "strict")
    for name in names:
        value = getattr(dialect, name, None) if dialect is not None else None
        setattr(made, name, getattr(excel, name, False) if value is None and name not in ("escapechar", "quotechar")
                else value)
    if dialect is None or getattr(dialect, "quotechar", None) is None and not hasattr(dialect, "quotechar"):
        made.quotechar = '"'
    for name, value in params.items():
        if name not in names:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    for name in "delimiter", "quotechar", "escapechar":
        value = getattr(made, name)
        if value is None and name != "delimiter":
            continue
        if not isinstance(value, str):
            raise TypeError(f'"{name}" must be {"string" if name == "delimiter" else "string or None"}, '
                            f'not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    if made.quoting not in range(6):
        raise TypeError('bad "quoting" value')
    if made.quoting != QUOTE_NONE and made.quotechar is None:
        if "quoting" in params:
            raise TypeError("quotechar must be set if quoting enabled")
        made.quoting = QUOTE_NONE
    return made


class reader:
    """Gives each row as a list of texts."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self.dialect = _made(dialect, fmtparams)
        self._lines = iter(csvfile)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field, quoted, inside, after_quote = [], [], False, False, False
        delimiter, quote, escape = d.delimiter, d.quotechar if d.quoting != QUOTE_NONE else None, d.escapechar
        fresh = True  # nothing of the current field has been read
        started = False

        def end():
            nonlocal field, quoted, fresh, after_quote
            text = "".join(field)
            if len(text) > _limit:
                raise Error(f"field larger than field limit ({_limit})")
            if d.quoting == QUOTE_NONNUMERIC and not quoted:
                text = float(text) if text else ""
            elif not quoted and (d.quoting == QUOTE_STRINGS or d.quoting == QUOTE_NOTNULL):
                text = (float(text) if d.quoting == QUOTE_STRINGS else text) if text else None
            row.append(text)
            field, quoted, fresh, after_quote = [], False, True, False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if inside and started:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    end()
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in "
                            "text mode)")
            self.line_num += 1
            started = True
            i, n = 0, len(line)
            while i < n:
                c = line[i]
                i += 1
                if inside:
                    if c == escape:
                        field.append(line[i:i + 1])
                        i += 1
                    elif c == quote:
                        if d.doublequote and line[i:i + 1] == quote:
                            field.append(quote)
                            i += 1
                        else:
                            inside, after_quote = False, True
                    else:
                        j = i
                        while j < n and line[j] != quote and line[j] != escape:
                            j += 1
                        field.append(line[i - 1:j])
                        i = j
                elif c == "\n" or c == "\r":
                    if line[i:].strip("\r\n"):
                        raise Error("new-line character seen in unquoted field - do you need to open the file with "
                                    "newline=''?")
                    i = n
                elif c == delimiter:
                    end()
                elif c == escape:
                    field.append(line[i:i + 1] or "\n")
                    i += 1
                    fresh = False
                elif fresh and c == quote:
                    inside = quoted = True
                    fresh = False
                elif fresh and c == " " and d.skipinitialspace:
                    pass
                else:
                    if after_quote and d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    field.append(c)
                    fresh = False
            if not inside:
                if row or field or quoted or line.strip("\r\n"):
                    end()
                return row


class writer:
    """Writes rows."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        if not hasattr(csvfile, "write"):
            raise TypeError("argument 1 must have a \"write\" method")
        self.dialect = _made(dialect, fmtparams)
        self._write = csvfile.write

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        out = [self._field(v, d, len(fields) == 1) for v in fields]
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _field(self, value, d, alone):
        text = "" if value is None else value if isinstance(value, str) else \
            repr(value) if isinstance(value, float) else str(value)
        how = d.quoting
        number = isinstance(value, (int, float))
        quoted = how == QUOTE_ALL or how == QUOTE_NONNUMERIC and not number or \
            how == QUOTE_STRINGS and isinstance(value, str) or how == QUOTE_NOTNULL and value is not None
        special = {d.delimiter, "\r", "\n", *d.lineterminator} | ({d.quotechar} if d.quotechar else set()) | \
            ({d.escapechar} if d.escapechar else set())
        if how == QUOTE_NONE or d.quotechar is None:
            if alone and not text:
                raise Error("single empty field record must be quoted")
            if any(c in special for c in text):
                if d.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                return "".join(d.escapechar + c if c in special else c for c in text)
            return text
        escape = d.escapechar
        if any(c in special for c in text):
            quoted = quoted or any(c in text for c in special if c != escape) and \
                (d.doublequote or not escape or any(c in text for c in special if c not in (escape, d.quotechar)))
        if not text and alone or d.skipinitialspace and text[:1] == " " and d.delimiter == " ":
            if how in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quoted = True
        if escape:
            text = text.replace(escape, escape * 2)
        if d.quotechar in text:
            if d.doublequote and quoted:
                text = text.replace(d.quotechar, d.quotechar * 2)
            elif escape:
                text = text.replace(d.quotechar, escape + d.quotechar)
            else:
                raise Error("need to escape, but no escapechar set")
        return d.quotechar + text + d.quotechar if quoted else text


class DictReader:
    """Gives each row as a dict; the first row has the names unless fieldnames are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            d[name] = self.restval
        return d


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample."""

    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [l for l in sample.splitlines() if l][:10]
        best = None
        for c in delimiters or self.preferred + ["|"]:
            counts = {len(next(reader([l], delimiter=c))) for l in lines} if lines else {1}
            if len(counts) == 1 and counts != {1}:
                best = c
                break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(excel):
            _name = "sniffed"
            delimiter = best
            lineterminator = "\r\n"
            skipinitialspace = all(best + " " in l for l in lines)
        return dialect

    def has_header(self, sample):
        rows = list(reader(StringIO(sample), self.sniff(sample)))[:20]

        def number(v):
            try:
                complex(v)
                return True
            except ValueError:
                return False
        votes = 0
        for column in zip(*rows):
            if all(map(number, column[1:])):
                votes += 1 if not number(column[0]) else -1
            elif len({len(v) for v in column[1:]}) == 1:
                votes += 1 if len(column[0]) != len(column[1]) else -1
        return votes > 0
