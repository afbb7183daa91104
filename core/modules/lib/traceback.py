"""Exceptions and stacks as text, in the interpreter's own words."""

import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]

_HEADER = "Traceback (most recent call last):\n"
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_missing = object()


class FrameSummary:
    """One row of a traceback."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_row")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {k: _safe(v, repr, "local") for k, v in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._row = None
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self[:3]) == tuple(other[:3]) and self.locals == other.locals
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter(self[:])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _safe(value, func, what):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"


def walk_stack(f):
    """The frames from this one outwards, with their lines."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """The rows of a traceback."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = klass()
        for f, line in _limited(list(frame_gen), limit):
            code = f.f_code
            made.append(FrameSummary(code.co_filename, line, code.co_name, lookup_line=lookup_lines,
                                     locals=f.f_locals if capture_locals else None))
        return made

    @classmethod
    def from_list(klass, a_list):
        made = klass()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                made.append(frame)
            else:
                filename, lineno, name, line = frame
                made.append(FrameSummary(filename, lineno, name, line=line))
        return made

    def format_frame_summary(self, frame_summary):
        s = frame_summary
        row = s._row
        if row is None:
            filename = "<stdin>" if s.filename.startswith("<stdin>-") else s.filename
            row = f'  File "{filename}", line {s.lineno}, in {s.name}\n'
            if s.line:
                row += f"    {s.line}\n"
        if s.locals:
            row += "".join(f"    {name} = {value}\n" for name, value in sorted(s.locals.items()))
        return row

    def format(self):
        """A text for each row."""
        rows, last, count = [], None, 0
        for s in self:
            row = self.format_frame_summary(s)
            if row is None:
                continue
            key = s.filename, s.lineno, s.name
            if key != last:
                rows += _repeated(count)
                last, count = key, 0
            count += 1
            if count <= 3:
                rows.append(row)
        return rows + _repeated(count)


def _repeated(count):
    count -= 3
    return [f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"] if count > 0 else []


def _extract(tb, limit=None, capture_locals=False):
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    made = StackSummary()
    for tb in _limited(entries, limit):
        code = tb.tb_frame.f_code
        s = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, lookup_line=False,
                         locals=tb.tb_frame.f_locals if capture_locals else None)
        after = tb.tb_next
        try:
            tb.tb_next = None  # so that the interpreter shows this row alone
            s._row = sys._format_traceback(tb)
        finally:
            tb.tb_next = after
        made.append(s)
    return made


def extract_tb(tb, limit=None):
    """The rows of a traceback."""
    return _extract(tb, limit)


def extract_stack(f=None, limit=None):
    """The rows of the stack that runs, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    rows = list(walk_stack(f))
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
    if limit is not None:
        rows = rows[:limit] if limit >= 0 else rows[limit:]
    rows.reverse()
    return StackSummary.extract(rows)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return _extract(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def _write(rows, file):
    file = sys.stderr if file is None else file
    for row in rows:
        print(row, file=file, end="")


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(sys._getframe().f_back if f is None else f, limit), file)


def clear_frames(tb):
    """Forget the local variables of a traceback's frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (AttributeError, RuntimeError):
            pass
        tb = tb.tb_next


def _given(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _missing:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value, tb


def _only(exc):
    if exc is None:
        return ["NoneType: None\n"]
    text = sys._format_exception_only(exc)
    if isinstance(exc, SyntaxError):
        return text.splitlines(True)
    notes = getattr(exc, "__notes__", None)
    found = []
    if isinstance(notes, (list, tuple)):
        for note in notes:
            found += [line + "\n" for line in _safe(note, str, "note").split("\n")]
        tail = "".join(found)
        if tail and text.endswith(tail):
            text = text[:-len(tail)]
        else:
            found = []
    return [text, *found]


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    """The last lines of a traceback: the exception and its notes."""
    if value is _missing:
        value = exc
    if value is not None and not isinstance(value, BaseException):
        return [f"{getattr(exc, '__name__', exc)}: {value}\n" if value is not exc else f"{type(exc).__name__}: {exc}\n"]
    if value is not None and show_group and isinstance(value, BaseExceptionGroup):
        rows = _only(value)
        for inner in value.exceptions:
            rows += ["   " + line for row in format_exception_only(inner, show_group=True) for line in
                     row.splitlines(True)]
        return rows
    return _only(value)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    """What the interpreter would print, row by row."""
    value, tb = _given(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _given(exc, value, tb)
    _write(TracebackException(type(value), value, tb, limit=limit).format(chain=chain), file)


def print_exc(limit=None, file=None, chain=True):
    """The exception being handled, to stderr or file."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception being handled as text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    exc = getattr(sys, "last_exc", None)
    if exc is None:
        raise ValueError("no last exception")
    print_exception(exc, limit=limit, file=file, chain=chain)


class TracebackException:
    """An exception ready to be shown later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = _extract(exc_traceback, limit, capture_locals)
        self._exc_type = exc_type
        self._lines = _only(exc_value)
        self._str = "" if exc_value is None else _safe(exc_value, str, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self._is_syntax_error = isinstance(exc_value, SyntaxError)
        if self._is_syntax_error:
            for name in ("filename", "lineno", "end_lineno", "text", "offset", "end_offset", "msg"):
                value = getattr(exc_value, name)
                setattr(self, name, str(value) if "lineno" in name and value is not None else value)

        def other(e):
            if e is None or id(e) in seen:
                return None
            return TracebackException(type(e), e, e.__traceback__, limit=limit, capture_locals=capture_locals,
                                      _seen=seen)
        self.__cause__ = other(getattr(exc_value, "__cause__", None))
        hidden = compact and (self.__cause__ is not None or self.__suppress_context__)
        self.__context__ = None if hidden else other(getattr(exc_value, "__context__", None))
        self.exceptions = self._group = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [other(e) for e in exc_value.exceptions]
            self._group = sys._format_exception(exc_value, False)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        return self._exc_type

    @property
    def exc_type_str(self):
        t = self._exc_type
        if t is None:
            return None
        return t.__qualname__ if t.__module__ in ("__main__", "builtins") else f"{t.__module__}.{t.__qualname__}"

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0):
        yield from self._lines

    def format(self, *, chain=True, _ctx=None):
        """The rows of the report, oldest exception first."""
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format()
                yield _CAUSE
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format()
                yield _CONTEXT
        if self._group is not None:
            yield from self._group.splitlines(True)
            return
        if self.stack:
            yield _HEADER
            yield from self.stack.format()
        yield from self._lines

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)
