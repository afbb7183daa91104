"""The asserts of TestCase and their messages."""

__unittest = True

import warnings


def _safe(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < 80 else text[:80] + " [truncated]..."


def _cut_middle(s, prefix, suffix):
    skip = len(s) - prefix - suffix
    return f"{s[:prefix]}[{skip} chars]{s[len(s) - suffix:]}" if skip > len("[xxxx chars]") else s


def _shown_pair(*args):
    # Long texts are cut where they are the same.
    args = tuple(map(_safe, args))
    most = max(map(len, args))
    if most <= 80:
        return args
    first, last = min(args), max(args)
    n = next((i for i, (a, b) in enumerate(zip(first, last)) if a != b), min(len(first), len(last)))
    common = 80 - 12 - 5 - (most - n)
    if common > 5:
        prefix = _cut_middle(first[:n], 5, common)
        return tuple(prefix + s[n:] for s in args)
    prefix = _cut_middle(first[:n], 5, 5)
    return tuple(prefix + _cut_middle(s[n:], 41, 5) if len(s) > 80 else prefix + s[n:]
                 for s in args)


class _Raises:
    # The context of assertRaises and assertRaisesRegex.
    def __init__(self, case, expected, pattern=None, msg=None):
        import re
        self.case, self.expected, self.msg = case, expected, msg
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.callable = None

    def handle(self, name, args, kwargs):
        try:
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            self.callable = args[0]
            with self:
                args[0](*args[1:], **kwargs)
        finally:
            self = None

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def _names(self):
        try:
            name = self.expected.__name__
        except AttributeError:
            name = str(self.expected)
        by = getattr(self.callable, "__name__", str(self.callable)) if self.callable else None
        return name, f" by {by}" if by else ""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            name, by = self._names()
            self._fail(f"{name} not raised{by}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(exc_value)):
            self._fail(f'"{self.pattern.pattern}" does not match "{exc_value}"')
        return True


class _Warns(_Raises):
    def __enter__(self):
        self.catch = warnings.catch_warnings(record=True)
        self.warnings = self.catch.__enter__()
        warnings.simplefilter("always", self.expected if not isinstance(self.expected, tuple) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.catch.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for m in self.warnings:
            if not isinstance(m.message, self.expected):
                continue
            first = first or m.message
            if self.pattern is not None and not self.pattern.search(str(m.message)):
                continue
            self.warning, self.filename, self.lineno = m.message, m.filename, m.lineno
            return
        name, by = self._names()
        if first is not None:
            self._fail(f'"{self.pattern.pattern}" does not match "{first}"')
        self._fail(f"{name} not triggered{by}")


class _Logs:
    def __init__(self, case, logger, level, no_logs):
        import logging
        self.case, self.no_logs = case, no_logs
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._check_level(level) if level else logging.INFO
        self.level_name = logging.getLevelName(self.level)

    def __enter__(self):
        import logging
        self.records, self.output = records, output = [], []

        class Handler(logging.Handler):
            def emit(self, record):
                records.append(record)
                output.append(self.format(record))
        handler = Handler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        log = self.logger
        self.saved = log.handlers, log.level, log.propagate
        log.handlers, log.propagate = [handler], False
        log.setLevel(self.level)
        return None if self.no_logs else self

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.saved
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.records:
                self.case.fail(f"Unexpected logs found: {self.output!r}")
        elif not self.records:
            self.case.fail(f"no logs of level {self.level_name} or higher triggered on {self.logger.name}")


def _compare(name, test, words):
    def check(self, a, b, msg=None):
        if not test(a, b):
            self.fail(self._formatMessage(msg, f"{_safe(a)} {words} {_safe(b)}"))
    check.__name__ = check.__qualname__ = name
    return check


class Asserts:
    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def fail(self, msg=None):
        """Fail now."""
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self.fail(self._formatMessage(msg, f"{_safe(expr)} is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            self.fail(self._formatMessage(msg, f"{_safe(expr)} is not false"))

    def addTypeEqualityFunc(self, typeobj, function):
        self._equality[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        """a == b; for texts and containers the message shows where they differ."""
        if type(first) is type(second):
            t = type(first)
            found = self._equality.get(t) or {
                dict: self.assertDictEqual, list: self.assertListEqual, tuple: self.assertTupleEqual,
                set: self.assertSetEqual, frozenset: self.assertSetEqual, str: self.assertMultiLineEqual}.get(t)
            if found:
                if isinstance(found, str):
                    found = getattr(self, found)
                return found(first, second, msg=msg)
        if not first == second:
            self.fail(self._formatMessage(msg, "%s != %s" % _shown_pair(first, second)))

    assertNotEqual = _compare("assertNotEqual", lambda a, b: a != b, "==")
    assertLess = _compare("assertLess", lambda a, b: a < b, "not less than")
    assertLessEqual = _compare("assertLessEqual", lambda a, b: a <= b, "not less than or equal to")
    assertGreater = _compare("assertGreater", lambda a, b: a > b, "not greater than")
    assertGreaterEqual = _compare("assertGreaterEqual", lambda a, b: a >= b, "not greater than or equal to")
    assertIn = _compare("assertIn", lambda a, b: a in b, "not found in")
    assertNotIn = _compare("assertNotIn", lambda a, b: a not in b, "unexpectedly found in")
    assertIs = _compare("assertIs", lambda a, b: a is b, "is not")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f"unexpectedly identical: {_safe(expr1)}"))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, f"{_safe(obj)} is not None"))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f"{_safe(obj)} is not an instance of {cls!r}"))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f"{_safe(obj)} is an instance of {cls!r}"))

    def _close(self, first, second, places, delta):
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f"within {_safe(delta)} delta", diff
        places = 7 if places is None else places
        return round(diff, places) == 0, f"within {places!r} places", diff

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        close, how, diff = self._close(first, second, places, delta)
        if not close:
            self.fail(self._formatMessage(msg, f"{_safe(first)} != {_safe(second)} {how} ({_safe(diff)} difference)"))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        close, how, diff = self._close(first, second, places, delta)
        if first == second or close:
            extra = f" ({_safe(diff)} difference)" if delta is not None else ""
            self.fail(self._formatMessage(msg, f"{_safe(first)} == {_safe(second)} {how}{extra}"))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            for word, seq in ("First", seq1), ("Second", seq2):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{word} sequence is not a {name}: {_safe(seq)}")
        if seq1 == seq2:
            return
        text = "{}s differ: {} != {}\n".format(name.capitalize(), *_shown_pair(seq1, seq2))
        n1, n2 = len(seq1), len(seq2)
        for i in range(min(n1, n2)):
            if seq1[i] != seq2[i]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _shown_pair(seq1[i], seq2[i]))
                break
        else:
            if n1 == n2 and seq_type is None and type(seq1) != type(seq2):
                return
        if n1 > n2:
            text += f"\nFirst {name} contains {n1 - n2} additional elements.\n"
            text += f"First extra element {n2}:\n{_safe(seq1[n2])}\n"
        elif n1 < n2:
            text += f"\nSecond {name} contains {n2 - n1} additional elements.\n"
            text += f"First extra element {n1}:\n{_safe(seq2[n1])}\n"
        import pprint
        self._fail_diff(msg, text, "\n", pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())

    def _fail_diff(self, msg, text, before, a, b, join="\n"):
        import difflib
        diff = before + join.join(difflib.ndiff(a, b))
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."
        self.fail(self._formatMessage(msg, text + diff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for word, other, diff in ("first", "second", set1.difference(set2)), ("second", "first", set2.difference(set1)):
            if diff:
                lines.append(f"Items in the {word} set but not the {other}:")
                lines += map(repr, diff)
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            import pprint
            self._fail_diff(msg, "%s != %s" % _shown_pair(d1, d2), "\n", pprint.pformat(d1).splitlines(),
                            pprint.pformat(d2).splitlines())

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            end = "" if first[-1:] == "\n" == second[-1:] else "\n"
            a, b = (first + end).splitlines(keepends=True), (second + end).splitlines(keepends=True)
            self._fail_diff(msg, "%s != %s" % _shown_pair(first, second), "\n", a, b, "")

    def assertCountEqual(self, first, second, msg=None):
        """The same elements as often, in whatever order."""
        a, b = list(first), list(second)
        rest, lines = list(b), []
        counts = []
        for x in a:
            if not any(x == y for y, _, _ in counts):
                counts.append((x, sum(1 for y in a if y == x), sum(1 for y in b if y == x)))
        for x in b:
            if not any(x == y for y, _, _ in counts):
                counts.append((x, 0, sum(1 for y in b if y == x)))
        wrong = [f"First has {m}, Second has {n}:  {x!r}" for x, m, n in counts if m != n]
        if wrong:
            self.fail(self._formatMessage(msg, "Element counts were not equal:\n" + "\n".join(wrong)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """The call, or the with block, raises it."""
        return _Raises(self, expected_exception).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(self, expected_warning).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(self, expected_warning, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self.fail(self._formatMessage(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        match = re.search(unexpected_regex, text)
        if match:
            self.fail(self._formatMessage(msg, f"Regex matched: {text[match.start():match.end()]!r} matches "
                                               f"{match.re.pattern!r} in {text!r}"))
