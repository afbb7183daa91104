"""What Thread refuses, and in which words."""
import threading


def attempt(f, *args, **kwargs):
    try:
        print("fine", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, "-", e)


t = threading.Thread(target=lambda: None)
attempt(t.join)
t.start()
t.join()
attempt(t.start)
attempt(setattr, t, "daemon", True)
attempt(threading.current_thread().join)
attempt(threading.Thread, "group")
attempt(t.join, "soon")
attempt(t.join, -1)
attempt(t.join, 0)


class Forgetful(threading.Thread):
    def __init__(self):
        pass


f = Forgetful()
attempt(f.start)
attempt(f.join)
attempt(getattr, f, "name")
attempt(setattr, f, "daemon", True)

failed = threading.Thread(target=lambda: None, args=(1,))


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread is failed)


threading.excepthook = hook
failed.start()
failed.join()
threading.excepthook = threading.__excepthook__
attempt(threading.stack_size, -1)
attempt(threading.stack_size, 100)
print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0))
