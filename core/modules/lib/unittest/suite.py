"""TestSuite: tests together; TestLoader: where they come from."""

__unittest = True

import sys

from unittest.case import SkipTest, TestCase, _class_name


class _Holder:
    # Stands for a test where setUpClass or setUpModule failed.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    __str__ = id

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class BaseTestSuite:
    """Tests and suites in order."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f"<{_class_name(self.__class__)} tests={list(self)!r}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(t.countTestCases() for t in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Runs tests with the preparation of their classes and modules."""

    def run(self, result, debug=False):
        top = not getattr(result, "_running", False)
        result._running = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave(test.__class__, result)
                self._enter(test.__class__, result)
                result._previous_class = test.__class__
                if getattr(test.__class__, "_setup_failed", False) or getattr(result, "_module_failed", False):
                    continue
            test(result)
        if top:
            self._leave(None, result)
            self._leave_module(None, result)
            result._running = False
        return result

    def _enter(self, cls, result):
        if cls is result._previous_class:
            return
        module = cls.__module__
        previous = result._previous_class
        if previous is None or previous.__module__ != module:
            result._module_failed = False
            self._guard(result, getattr(sys.modules.get(module), "setUpModule", None), f"setUpModule ({module})",
                        lambda: setattr(result, "_module_failed", True))
        if result._module_failed or getattr(cls, "__unittest_skip__", False):
            return
        cls._setup_failed = False
        self._guard(result, getattr(cls, "setUpClass", None), f"setUpClass ({_class_name(cls)})",
                    lambda: setattr(cls, "_setup_failed", True))

    def _leave(self, cls, result):
        previous = result._previous_class
        if previous is None or cls is previous:
            return
        if not (getattr(previous, "_setup_failed", False) or getattr(result, "_module_failed", False) or
                getattr(previous, "__unittest_skip__", False)):
            self._guard(result, getattr(previous, "tearDownClass", None), f"tearDownClass ({_class_name(previous)})")
            if hasattr(previous, "doClassCleanups"):
                previous.doClassCleanups()
                for info in previous.tearDown_exceptions:
                    result.addError(_Holder(f"tearDownClass ({_class_name(previous)})"), info)
        if cls is not None and cls.__module__ != previous.__module__:
            self._leave_module(cls, result)

    def _leave_module(self, cls, result):
        previous = result._previous_class
        if previous is not None and not getattr(result, "_module_failed", False):
            module = previous.__module__
            self._guard(result, getattr(sys.modules.get(module), "tearDownModule", None), f"tearDownModule ({module})")
            from unittest.case import doModuleCleanups
            self._guard(result, doModuleCleanups, f"tearDownModule ({module})")
        if cls is None:
            result._previous_class = None

    def _guard(self, result, function, name, failed=lambda: None):
        if function is None:
            return
        catch = getattr(result, "_catch_output", None)
        if catch:
            catch()
        try:
            function()
        except SkipTest as e:
            failed()
            result.addSkip(_Holder(name), str(e))
        except Exception:
            failed()
            result.addError(_Holder(name), sys.exc_info())
        finally:
            if catch:
                result._give_output()


class TestLoader:
    """Finds tests in classes, modules and names."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = TestSuite
    errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = [self.loadTestsFromTestCase(obj) for name, obj in
                 ((name, getattr(module, name)) for name in dir(module))
                 if isinstance(obj, type) and issubclass(obj, TestCase) and
                 obj.__name__ not in ("TestCase", "FunctionTestCase", "IsolatedAsyncioTestCase")]
        suite = self.suiteClass(tests)
        load = getattr(module, "load_tests", None)
        return load(self, suite, pattern) if load else suite

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        if module is None:
            for n in range(len(parts), 0, -1):
                try:
                    module = __import__(".".join(parts[:n]))
                    parts = parts[1:]
                    break
                except ImportError:
                    if n == 1:
                        raise
        obj, parent = module, None
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            return test if isinstance(test, TestSuite) else self.suiteClass([test])
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        import functools

        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            from fnmatch import fnmatchcase
            full = f"{_class_name(testCaseClass)}.{name}"
            return any(fnmatchcase(full, p) for p in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        import os
        from fnmatch import fnmatch
        start = os.path.abspath(start_dir)
        if start not in sys.path:
            sys.path.insert(0, start)
        return self.suiteClass([self.loadTestsFromModule(__import__(n[:-3])) for n in sorted(os.listdir(start))
                                if n.endswith(".py") and fnmatch(n, pattern)])


defaultTestLoader = TestLoader()
