"""An uncaught exception ends its thread only, and is printed."""
import io
import sys
import threading


def fail(n):
    raise ValueError(f"number {n}")


sys.stderr = io.StringIO()
t = threading.Thread(target=fail, args=(3,), name="failing")
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
lines = text.splitlines()
print(lines[0])
print(lines[1])
print(lines[-1])
print("ended", t.is_alive())


def leave():
    sys.exit("quietly")


sys.stderr = io.StringIO()
t = threading.Thread(target=leave)
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print("SystemExit prints", repr(text))


def chain():
    try:
        fail(1)
    except ValueError as e:
        raise KeyError("second") from e


sys.stderr = io.StringIO()
t = threading.Thread(target=chain, name="chained")
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
for line in text.splitlines():
    if not line.startswith(("  ", "Traceback")):
        print(line)
print("main goes on")
