"""Daemon threads do not hold the program up, others do."""
import threading
import time


def for_ever():
    while True:
        time.sleep(0.001)


def spin():
    while True:
        pass


last = threading.Event()


def short():
    last.wait()
    time.sleep(0.01)
    print("the ordinary thread ended")


threading.Thread(target=for_ever, daemon=True).start()
threading.Thread(target=spin, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
t = threading.Thread(target=short)
t.start()
child = []


def parent():
    inner = threading.Thread(target=lambda: None)
    child.append(inner.daemon)


p = threading.Thread(target=parent, daemon=True)
p.start()
p.join()
print("daemons' children are daemons", child)
print("main is done")
last.set()
