# Tests run, and the report has CPython's form.
import io
import re
import sys
import unittest


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp", self._testMethodName)
        self.addCleanup(print, "cleanup")

    def tearDown(self):
        print("tearDown")

    def test_pass(self):
        self.assertEqual(1 + 1, 2)

    def test_fail(self):
        """With a description."""
        self.assertEqual(1, 2, "numbers")

    def test_error(self):
        {}["missing"]

    @unittest.skip("not now")
    def test_skip(self):
        pass

    def test_skip_inside(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_surprise(self):
        pass

    def test_sub(self):
        for i in range(3):
            with self.subTest("even", i=i):
                self.assertEqual(i % 2, 0)


@unittest.skipIf(True, "whole class")
class Second(unittest.TestCase):
    def test_never(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no setup")

    def test_x(self):
        pass


def clean(text):
    text = re.sub(r"in \d\.\d+s", "in 0.000s", text)
    return re.sub(r'File ".*/', 'File "', text)


for verbosity in (1, 2, 0):
    out = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (First, Second, Broken))
    print(suite.countTestCases())
    result = unittest.TextTestRunner(out, verbosity=verbosity).run(suite)
    print(clean(out.getvalue()))
print(result, result.wasSuccessful(), [str(t) for t, _ in result.failures], result.skipped[0][1], First("test_pass").id(), repr(First("test_pass")))
out = io.StringIO()
unittest.TextTestRunner(out, failfast=True, buffer=True).run(unittest.defaultTestLoader.loadTestsFromTestCase(First))
print(out.getvalue().splitlines()[0])
out = io.StringIO()
unittest.TextTestRunner(out).run(unittest.TestSuite())
print(clean(out.getvalue()))
program = unittest.main(argv=["prog", "First.test_pass"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result.testsRun)
try:
    unittest.main(argv=["prog", "-k", "test_fail", "-q"], testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as e:
    print("exit", e.code)
try:
    First("nothing")
except ValueError as e:
    print(e)
