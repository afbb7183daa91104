# sys: what programs read from it.
import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version.split()[0].startswith("3.13"), sys.byteorder, sys.maxsize == 2**63 - 1, sys.maxunicode, sys.getrecursionlimit(), type(sys.argv), sys.argv[1:], isinstance(sys.path, list), "sys" in sys.modules, sys.modules[__name__].__name__)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.hash_info.width, sys.hash_info.modulus, sys.int_info.default_max_str_digits, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.implementation.name != "", isinstance(sys.builtin_module_names, tuple), isinstance(sys.executable, str), sys.getswitchinterval())
def attempt(call):
    try: print(call())
    except BaseException as e: print(type(e).__name__, e, getattr(e, "code", ""))
attempt(lambda: sys.exit()); attempt(lambda: sys.exit(3)); attempt(lambda: sys.exit("message")); attempt(lambda: sys.setrecursionlimit(0)); attempt(lambda: sys.setrecursionlimit("a")); attempt(lambda: sys.setswitchinterval(0)); attempt(lambda: sys.intern(5)); attempt(lambda: sys.getsizeof()); attempt(lambda: sys.setrecursionlimit(1))
print(sys.intern("abc") is sys.intern("abc"), sys.getsizeof([]) > 0, sys.getsizeof("a" * 1000) > 1000, sys.getrefcount(object()) >= 1, sys.exc_info(), sys.is_finalizing(), sys._is_gil_enabled())
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
old = sys.getrecursionlimit(); sys.setrecursionlimit(200); print(150 < depth() < 200); sys.setrecursionlimit(old)
def frame(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno, sys._getframe().f_back.f_globals is globals()
def caller(): return frame()
print(caller()); attempt(lambda: sys._getframe(1000)); print(sys.stdout.write("written\n"), sys.stdout.encoding, sys.stderr.name, sys.stdin.name, sys.stdout.isatty() in (True, False), sys.stdout.flush(), sys.__stdout__ is sys.stdout)
old_hook = sys.displayhook; sys.displayhook(None); sys.displayhook(5); print(callable(sys.excepthook), sys.excepthook is sys.__excepthook__, sys.platform in ("linux", "emscripten"), sys.api_version > 0, len(sys.hexversion.to_bytes(4, "big")), sys.call_tracing if False else "", sys.warnoptions, sys.dont_write_bytecode in (True, False), sys.ps1 if hasattr(sys, "ps1") else "no ps1")
