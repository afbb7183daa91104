"""A started thread runs first; its starter goes on when it blocks, ends or is switched."""
import sys
import threading

sys.setswitchinterval(100)  # nobody is switched while it computes


log = []


def say(text):
    log.append("thread says " + text)


t = threading.Thread(target=say, args=("hello",))
t.start()
log.append("after start")
t.join()
log.append("after join")
print(log)

log.clear()
gate = threading.Event()


def wait_then_say():
    log.append("thread begins")
    gate.wait()
    log.append("thread goes on")


t = threading.Thread(target=wait_then_say)
t.start()
log.append("main goes on while the thread waits")
gate.set()
t.join()
print(log)

log.clear()
for n in range(3):
    t = threading.Thread(target=log.append, args=(f"worker {n}",))
    t.start()
    log.append(f"started {n}")
    t.join()
print(log)
