"""TestResult: what happened to the tests."""

__unittest = True

import io
import sys
import traceback


class TestResult:
    """Collects failures, errors and the rest."""

    _previous_class = None
    _mirror = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = self.buffer = self.tb_locals = False
        self.collectedDurations = []
        self._saved = None

    def startTest(self, test):
        self.testsRun += 1
        self._catch_output()

    def _catch_output(self):
        if self.buffer and not self._saved:
            self._saved = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def stopTest(self, test):
        self._give_output()

    def _give_output(self):
        if self._saved:
            caught = ("Stdout", sys.stdout), ("Stderr", sys.stderr)
            sys.stdout, sys.stderr = saved = self._saved
            self._saved = None
            for (name, stream), out in zip(caught, saved):
                if self._mirror and stream.getvalue():
                    out.write(f"\n{name}:\n{stream.getvalue()}")
        self._mirror = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _fast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._fast()
        self.errors.append((test, self._text(err, test)))

    def addFailure(self, test, err):
        self._fast()
        self.failures.append((test, self._text(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._fast()
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            where.append((subtest, self._text(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self._fast()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def printErrors(self):
        pass

    def _text(self, err, test):
        self._mirror = True
        # The traceback without the frames of this package.
        kind, value, tb = err
        te = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True)
        _clean(te, tb)
        text = "".join(te.format())
        if self._saved:
            for name, stream in ("Stdout", sys.stdout), ("Stderr", sys.stderr):
                shown = stream.getvalue()
                if shown:
                    text += f"\n{name}:\n{shown}" + ("" if shown.endswith("\n") else "\n")
        return text

    def __repr__(self):
        return (f"<{self.__class__.__module__}.{self.__class__.__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


def _clean(te, tb):
    mine = []
    while tb is not None:
        mine.append("__unittest" in tb.tb_frame.f_globals)
        tb = tb.tb_next
    rows = list(te.stack)
    if len(mine) == len(rows):
        te.stack[:] = [row for row, own in zip(rows, mine) if not own]
