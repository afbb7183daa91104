# The asserts and what they say.
import logging
import unittest
import warnings


class T(unittest.TestCase):
    maxDiff = None


t = T()


def check(name, *args, **kw):
    try:
        result = getattr(t, "assert" + name)(*args, **kw)
        print(name, "ok" if result is None else "context")
    except AssertionError as e:
        print(f"{name}: {e}")


check("Equal", 1, 1)
check("Equal", 1, 2)
check("Equal", 1, 2, "with text")
check("Equal", "abc", "abd")
check("Equal", "line one\nline two\n", "line one\nline 2\nthree")
check("Equal", [1, 2, 3], [1, 4, 3])
check("Equal", [1, 2, 3], [1, 2])
check("Equal", (1,), (1, 2))
check("Equal", {"a": 1, "b": 2}, {"a": 1, "b": 3})
check("Equal", {1, 2}, {2, 3})
check("Equal", [1], (1,))
check("Equal", "x" * 100, "x" * 100 + "y")
check("NotEqual", 1, 1)
check("True", 0)
check("True", [], "empty")
check("False", "x")
check("Is", 1, 2)
check("IsNot", None, None)
check("IsNone", 0)
check("IsNotNone", None)
check("In", 1, [2, 3])
check("NotIn", "a", "abc")
check("IsInstance", 1, str)
check("NotIsInstance", 1, int)
check("AlmostEqual", 1.00000001, 1)
check("AlmostEqual", 1.1, 1.2)
check("AlmostEqual", 1, 5, delta=2)
check("NotAlmostEqual", 1.0, 1.00000001)
check("Greater", 1, 2)
check("GreaterEqual", 1, 2)
check("Less", 2, 1)
check("LessEqual", 2, 1)
check("Regex", "abc", "x+")
check("NotRegex", "abc", "b")
check("CountEqual", [1, 2, 2], [2, 1, 1])
check("CountEqual", [3, 1], [1, 3])
check("ListEqual", [1], (1,))
check("DictEqual", {}, [])
check("SequenceEqual", [1, 2], (1, 3))
check("Raises", ValueError, int, "5")
check("Raises", ValueError, int, "x")
check("RaisesRegex", ValueError, "literal", int, "x")
check("RaisesRegex", ValueError, "nothing", int, "x")
with t.assertRaises(KeyError) as caught:
    {}["k"]
print(repr(caught.exception))
try:
    with t.assertRaises(KeyError, msg="should fail"):
        pass
except AssertionError as e:
    print(e)
try:
    with t.assertRaises(KeyError):
        1 / 0
except ZeroDivisionError as e:
    print("passes through:", e)
with t.assertWarns(DeprecationWarning) as w:
    warnings.warn("old", DeprecationWarning)
print(w.warning)
try:
    with t.assertWarns(UserWarning):
        pass
except AssertionError as e:
    print(e)
with t.assertLogs("foo", level="INFO") as logs:
    logging.getLogger("foo").info("first")
    logging.getLogger("foo.bar").error("second")
print(logs.output, len(logs.records))
for f in (lambda: t.assertLogs("quiet").__enter__() and None, t.fail, lambda: t.fail("why")):
    try:
        f()
    except AssertionError as e:
        print(repr(e))
try:
    with t.assertLogs("quiet"):
        pass
except AssertionError as e:
    print(e)
try:
    with t.assertNoLogs("loud"):
        logging.getLogger("loud").error("x")
except AssertionError as e:
    print(e)
