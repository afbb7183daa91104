"""main(): the tests of a module as a program."""

__unittest = True

import sys

from unittest.runner import TextTestRunner
from unittest.suite import defaultTestLoader


class TestProgram:
    """Runs the tests of a module as the command line says; ends the program with 1 when one failed."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None,
                 warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        argv = sys.argv if argv is None else argv
        names, patterns = [], []
        rest = iter(argv[1:])
        for arg in rest:
            if arg in ("-v", "--verbose"):
                verbosity = 2
            elif arg in ("-q", "--quiet"):
                verbosity = 0
            elif arg in ("-f", "--failfast"):
                failfast = True
            elif arg in ("-b", "--buffer"):
                buffer = True
            elif arg == "--locals":
                tb_locals = True
            elif arg == "-k":
                p = next(rest, "")
                patterns.append(p if "*" in p else f"*{p}*")
            elif arg.startswith("-"):
                print(f"{argv[0]}: error: unrecognized arguments: {arg}", file=sys.stderr)
                raise SystemExit(2)
            else:
                names.append(arg)
        if patterns:
            testLoader.testNamePatterns = patterns
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast), buffer=bool(buffer), warnings=warnings,
                            tb_locals=tb_locals)
        self.result = runner.run(self.test)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(int(not self.result.wasSuccessful()))


main = TestProgram
