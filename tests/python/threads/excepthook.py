"""threading.excepthook and its arguments."""
import threading

seen = []


def hook(args):
    seen.append(args)
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
    print(len(args), args[0] is args.exc_type)


def fail():
    1 / 0


threading.excepthook = hook
t = threading.Thread(target=fail, name="divider")
t.start()
t.join()
frame = seen[0].exc_traceback
names = []
while frame:
    names.append(frame.tb_frame.f_code.co_name)
    frame = frame.tb_next
print(names[-2:])


def broken_hook(args):
    raise RuntimeError("the hook fails")


import sys

main_seen = []
sys.excepthook = lambda *args: main_seen.append(args[0].__name__)
threading.excepthook = broken_hook
t = threading.Thread(target=fail)
t.start()
t.join()
sys.excepthook = sys.__excepthook__
print("sys.excepthook gets", main_seen)
threading.excepthook = threading.__excepthook__
args = threading.ExceptHookArgs((ValueError, ValueError("x"), None, None))
print(type(args).__name__, args.exc_type, args.thread)
seen.clear()
