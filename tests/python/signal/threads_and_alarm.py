# Only the main thread sets handlers, and they run in it whoever raises; alarms and pause.
import signal
import threading
import time

result = []
signal.signal(signal.SIGUSR2, lambda n, f: result.append(threading.current_thread() is threading.main_thread()))


def other():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    except ValueError as e:
        result.append(str(e))
    signal.raise_signal(signal.SIGUSR2)


t = threading.Thread(target=other)
t.start()
t.join()
while len(result) < 2:
    time.sleep(0.001)
print(sorted(result, key=str))


class TimeIsUp(Exception):
    pass


def ring(number, frame):
    raise TimeIsUp(number)


signal.signal(signal.SIGALRM, ring)
print(signal.setitimer(signal.ITIMER_REAL, 0.05))
try:
    while True:
        pass
except TimeIsUp as e:
    print('busy loop ended by', repr(e.args[0] == signal.SIGALRM))
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(30)
except TimeIsUp:
    print('sleep ended')
rings = []
signal.signal(signal.SIGALRM, lambda n, f: rings.append(n))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
while len(rings) < 3:
    signal.pause()
print(signal.setitimer(signal.ITIMER_REAL, 0)[1], signal.getitimer(signal.ITIMER_REAL), signal.alarm(0))
print(signal.alarm(100), signal.alarm(0))
lock = threading.Lock()
lock.acquire()
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    lock.acquire()
except TimeIsUp:
    print('lock wait ended')
