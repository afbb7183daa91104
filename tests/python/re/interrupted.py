# A pattern that would take for ever is ended by an alarm, and other threads run meanwhile.
import re
import signal
import threading


def ring(number, frame):
    raise TimeoutError('rang')


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.2)
try:
    re.match('(x+x+)+y', 'x' * 60)
except TimeoutError as e:
    print(e)
print(re.match('(x+x+)+y', 'xxxy').span(), threading.active_count())
