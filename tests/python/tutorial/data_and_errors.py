# A first course: stacks, queues, comprehensions, sets, dicts, looping, formatting, files, errors, clean-up.
import os, tempfile
stack = [3, 4, 5]; stack.append(6); stack.append(7); print(stack.pop(), stack)
from collections import deque
queue = deque(["Eric", "John", "Michael"]); queue.append("Terry"); print(queue.popleft(), queue)
print([x**2 for x in range(10)], [(x, y) for x in [1, 2, 3] for y in [3, 1, 4] if x != y], [n for v in [[1, 2], [3]] for n in v])
a = [-1, 1, 66.25, 333, 333, 1234.5]; del a[0]; del a[2:4]; print(a); del a[:]; print(a)
t = 12345, 54321, "hello!"; u = t, (1, 2, 3); print(t[0], t, u, len("hello",), len(()))
basket = {"apple", "orange", "apple", "pear"}; print(sorted(basket), "orange" in basket); a, b = set("abracadabra"), set("alacazam"); print(sorted(a - b), sorted(a | b), sorted(a & b), sorted(a ^ b))
tel = {"jack": 4098, "sape": 4139}; tel["guido"] = 4127; del tel["sape"]; print(tel, list(tel), sorted(tel), "jack" not in tel, dict([("a", 1)]), {x: x**2 for x in (2, 4)}, dict(sape=4139))
for i, v in enumerate(["tic", "tac"]): print(i, v)
for q, a in zip(["name", "quest"], ["lancelot", "grail"]): print("What is your {0}?  It is {1}.".format(q, a))
print("" or "Trondheim" or "x", (1, 2, ("aa", "ab")) < (1, 2, ("abc", "a"), 4), [1, 2, 3] < [1, 2, 4])
table = {"Sjoerd": 4127, "Jack": 4098}
for name, phone in table.items(): print(f"{name:10} ==> {phone:10d}")
print("Jack: {0[Jack]:d}".format(table), "{Jack} {Sjoerd}".format(**table), "{:.3f} {:-9} YES {:2.2%}".format(3.14159, 42572654, 0.4965), "12".zfill(5), "{!r} {!s}".format("a", "b"), repr((32.5, 40000, ("spam", "eggs"))), "The value is %5.3f." % 3.14159)
for x in range(1, 4): print("{0:2d} {1:3d} {2:4d}".format(x, x * x, x**3))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "workfile")
    with open(path, "w", encoding="utf-8") as f: print(f.write("This is the first line\nSecond line\n"), f.closed)
    print(f.closed)
    with open(path, encoding="utf-8") as f: print(repr(f.readline()), repr(f.readline()), repr(f.readline()))
    with open(path) as f: print([line.strip() for line in f], f.tell() > 0)
    with open(path, "rb+") as f: f.write(b"0123456789abcdef"); print(f.seek(5), f.read(1), f.seek(-3, 2), f.read(1))
    with open(path, "a") as f: f.write("appended")
    print(open(path).read()[-8:], os.listdir(folder), os.path.getsize(path))
    import json
    with open(path, "w") as f: json.dump([1, "simple", {"list": None}], f)
    with open(path) as f: print(json.load(f))
    try: open(os.path.join(folder, "none"))
    except OSError as err: print(type(err).__name__, err.errno, err.strerror)
for text in "x", "5", "0":
    try: print(10 / int(text))
    except ValueError as e: print("no number:", e)
    except ZeroDivisionError as err: print("Handling run-time error:", err)
    else: print("fine")
    finally: print("executing finally clause")
class B(Exception): pass
class C(B): pass
class D(C): pass
for cls in [B, C, D]:
    try: raise cls()
    except D: print("D")
    except C: print("C")
    except B: print("B")
try: raise Exception("spam", "eggs")
except Exception as inst: print(type(inst), inst.args, inst); x, y = inst.args; print("x =", x, "y =", y)
def bool_return():
    try: return True
    finally: return False
print(bool_return())
def f(): raise ExceptionGroup("there were problems", [OSError("error 1"), SystemError("error 2")])
try: f()
except Exception as e: print(f"caught {type(e)}: {e}")
try: f()
except* OSError as e: print("There were OSErrors")
except* SystemError as e: print("There were SystemErrors")
