"""_thread at its barest."""
import _thread
import io
import sys
import time

done = _thread.allocate_lock()
done.acquire()
log = []


def work(a, b=0):
    log.append((a, b, _thread.get_ident() != main))
    done.release()


main = _thread.get_ident()
ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(log, isinstance(ident, int))
for bad in ((1, ()), (work, [1]), (work, (), [])):
    try:
        _thread.start_new_thread(*bad)
    except TypeError as e:
        print(e)


def leave():
    done.release()
    _thread.exit()


_thread.start_new_thread(leave, ())
done.acquire()
print("left quietly")


def fail():
    try:
        raise KeyError("raw")
    finally:
        done.release()


sys.stderr = io.StringIO()
_thread.start_new_thread(fail, ())
done.acquire()
while "KeyError" not in sys.stderr.getvalue() or _thread._count():
    time.sleep(0.001)
text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print(text.splitlines()[0].split(" at ")[0])
print(text.splitlines()[-1])
print(_thread.error is RuntimeError, _thread.TIMEOUT_MAX > 0, _thread._count())
print(type(_thread.allocate_lock()) is _thread.LockType)
