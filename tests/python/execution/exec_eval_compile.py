# exec, eval and compile: namespaces, modes, errors, results, globals() and locals().
def attempt(call):
    try: print(repr(call()))
    except BaseException as e: print(type(e).__name__, e)
x = 10
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(" 1 "), eval("[i for i in range(3)]"), eval(b"1+1"), eval("(yes := 3)"), eval("lambda: 5")())
space = {}
exec("a = 1\ndef f(n): return n + a\nclass C: b = a", space)
print(space["f"](2), space["C"].b, "__builtins__" in space, sorted(k for k in space if not k.startswith("_")))
exec("a = 2", space); print(space["f"](2))
local = {}
exec("q = x + 1\nx = 5", {"x": 1}, local); print(local)
def inside():
    v = 1
    exec("v = 2; w = 3")
    return v, "w" in locals(), eval("v")
print(inside(), exec("pass"))
code = compile("1 + 2", "<here>", "eval"); print(eval(code), code.co_filename, code.co_name, type(code))
exec(compile("print('executed', __name__)", "f", "exec"))
exec(compile("5 * 5\n'text'", "f", "single")) if False else None
attempt(lambda: eval("1 +")); attempt(lambda: eval("x = 1")); attempt(lambda: eval("")); attempt(lambda: eval("1; 2")); attempt(lambda: exec("if")); attempt(lambda: exec("  indented")); attempt(lambda: compile("1", "f", "what")); attempt(lambda: compile("x = 1", "f", "eval")); attempt(lambda: eval(5)); attempt(lambda: exec("raise KeyError('inner')")); attempt(lambda: eval("undefined")); attempt(lambda: exec("return 5")); attempt(lambda: exec("await x")); attempt(lambda: eval("1", 5)); attempt(lambda: eval("a\0b")); attempt(lambda: exec("yield 1")); attempt(lambda: exec("break")); attempt(lambda: eval("(1")); attempt(lambda: eval("1)")); attempt(lambda: exec("def f(a, a): pass")); attempt(lambda: exec("'unterminated")); attempt(lambda: exec("nonlocal z")); attempt(lambda: exec("def f():\n  global y\n  y: int")); attempt(lambda: exec("f(**k, *a)")); attempt(lambda: exec("x = = 1")); attempt(lambda: exec("1 = x")); attempt(lambda: exec("f() = 1")); attempt(lambda: exec("for i in range(3) print(i)")); attempt(lambda: exec("print 'x'")); attempt(lambda: exec("else: pass")); attempt(lambda: exec("a b"))
try: exec("x = 1\ny = (2 +\nz = 3", {})
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.filename, e.text.strip())
try: exec(compile("def f():\n    return 1 / 0\nf()", "made.py", "exec"))
except ZeroDivisionError as e:
    t = e.__traceback__.tb_next
    while t: print(t.tb_frame.f_code.co_filename, t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
class Names(dict):
    def __missing__(self, k): return f"<{k}>"
    def __getitem__(self, k): return dict.__getitem__(self, k) if k in self else self.__missing__(k)
print(eval("alpha + beta", {}, Names(beta="B")))
attempt(lambda: eval("len([1])", {"__builtins__": {}})); attempt(lambda: eval("len([1])", {"__builtins__": {"len": lambda v: "mine"}}))
g = globals(); g["made"] = 7; print(made, globals() is g, "attempt" in g, __name__)
counter = {"n": 0}
for i in range(3): exec("n += i", {"i": i}, counter)
print(counter)
fns = {}
for name in ("add", "mul"): exec(f"def {name}(a, b): return a {'+' if name == 'add' else '*'} b", fns)
print(fns["add"](2, 3), fns["mul"](2, 3))
