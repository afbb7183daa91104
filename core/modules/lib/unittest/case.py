"""TestCase: one test, its preparation and its asserts."""

__unittest = True

import sys
from contextlib import contextmanager

from unittest._asserts import Asserts


class SkipTest(Exception):
    """Raised in a test to leave it out."""


class _ShouldStop(Exception):
    pass


def skip(reason):
    """Decorator: leave this test or class out."""
    def decorate(item):
        if not isinstance(item, type):
            import functools
            inner = item

            @functools.wraps(inner)
            def item(*args, **kwargs):
                raise SkipTest(reason)
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """Decorator: the test passes when it fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    error = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            error = error or e
    if error:
        raise error


def enterModuleContext(cm):
    value = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return value


class _Outcome:
    # Runs the parts of a test and remembers how they went.
    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False
        self.expected = None

    @contextmanager
    def part(self, case, subtest=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(case, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            info = type(e), e, e.__traceback__
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                if subtest:
                    self.result.addSubTest(case.test_case, case, info)
                elif issubclass(info[0], case.failureException):
                    self.result.addFailure(case, info)
                else:
                    self.result.addError(case, info)
        else:
            if subtest and self.success:
                self.result.addSubTest(case.test_case, case, None)
        finally:
            self.success = self.success and before


class TestCase(Asserts):
    """The base of test classes: methods named test… are tests."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _testMethodName = "runTest"

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._subtest = None
        self._cleanups = []
        self._equality = {}
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}") from None
        else:
            self._testMethodDoc = method.__doc__

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        value = cm.__enter__()
        cls.addClassCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = getattr(self, "_testMethodDoc", None)
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{_class_name(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({_class_name(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{_class_name(self.__class__)} testMethod={self._testMethodName}>"

    @contextmanager
    def subTest(self, msg=None, **params):
        """One of several checks: its failure does not end the test."""
        if self._outcome is None:
            yield
            return
        parent = self._subtest
        params = {**(parent.params if parent else {}), **params}
        self._subtest = _SubTest(self, msg, params)
        try:
            with self._outcome.part(self._subtest, subtest=True):
                yield
            if not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
            if self._outcome.expected:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def _call_setup(self):
        self.setUp()

    def _call_test(self, method):
        if method() is not None:
            import warnings
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=3)

    def _call_teardown(self):
        self.tearDown()

    def _call_cleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Run the test and put how it went into a result."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for o in self.__class__, method:
                if getattr(o, "__unittest_skip__", False):
                    why = getattr(self.__class__, "__unittest_skip_why__", "") or \
                        getattr(method, "__unittest_skip_why__", "")
                    result.addSkip(self, why)
                    return result
            outcome = self._outcome = _Outcome(result)
            expecting = getattr(self, "__unittest_expecting_failure__", False) or \
                getattr(method, "__unittest_expecting_failure__", False)
            with outcome.part(self):
                self._call_setup()
            if outcome.success:
                outcome.expecting = expecting
                with outcome.part(self):
                    self._call_test(method)
                outcome.expecting = False
                with outcome.part(self):
                    self._call_teardown()
            self.doCleanups()
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected:
                    result.addExpectedFailure(self, outcome.expected)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            if self._outcome:
                self._outcome.expected = None
            self._outcome = None
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._call_cleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._set_up, self._tear_down, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._set_up:
            self._set_up()

    def tearDown(self):
        if self._tear_down:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def shortDescription(self):
        doc = self._description or self._function.__doc__
        return doc.split("\n")[0].strip() if doc else None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = [f"[{self._message}]"] if self._message is not None else []
        if self.params:
            parts.append(f"({', '.join(f'{k}={v!r}' for k, v in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"
