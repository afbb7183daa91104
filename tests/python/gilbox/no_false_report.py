# differs: reads what is peculiar to gilbox, but must end as on CPython: with nothing on stderr.
import threading
import time

import gilbox

print("check", gilbox.deadlock_check)

# A sleeper can still wake those who wait.
event = threading.Event()
threading.Timer(0.05, event.set).start()
print("timer", event.wait())

# A wait with a time limit ends by itself.
lock = threading.Lock()
lock.acquire()
print("timeout", lock.acquire(timeout=0.05))

# Daemon threads may wait for ever as long as the main thread goes on.
threading.Thread(target=threading.Event().wait, daemon=True).start()
time.sleep(0.05)
print("daemon")


# The last runner wakes the others and waits itself.
def ping():
    for _ in range(200):
        here.acquire()
        there.release()


here, there = threading.Semaphore(0), threading.Semaphore(0)
other = threading.Thread(target=ping)
other.start()
for _ in range(200):
    here.release()
    there.acquire()
other.join()
print("ping-pong")

# input() waits for the outside, not for a thread.
try:
    input()
except EOFError:
    print("end of input")
