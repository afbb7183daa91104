# Handlers run in the main thread when a signal is raised; what they raise is raised there.
import os
import signal
import time

seen = []


def note(number, frame):
    seen.append((number, signal.Signals(number).name, frame is not None))


print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM), repr(signal.getsignal(signal.SIGUSR1)))
print(signal.signal(signal.SIGUSR1, note), signal.getsignal(signal.SIGUSR1) is note)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is note)
signal.raise_signal(signal.SIGUSR1)
print(len(seen), repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))


def refuse(number, frame):
    raise LookupError(f'signal {number}')


signal.signal(signal.SIGTERM, refuse)
try:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(10)
except LookupError as e:
    print(e)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('KeyboardInterrupt')
signal.signal(signal.SIGINT, note)
signal.raise_signal(signal.SIGINT)
print(seen[-1], signal.signal(signal.SIGINT, signal.default_int_handler) is note)
signal.raise_signal(signal.SIGCHLD)
for call in (lambda: signal.signal(0, note), lambda: signal.signal(65, note), lambda: signal.signal(signal.SIGKILL, note), lambda: signal.signal(signal.SIGUSR1, 'text'),
             lambda: signal.signal(signal.SIGUSR1, None), lambda: signal.getsignal(100), lambda: signal.raise_signal('x'), lambda: signal.default_int_handler(2, None)):
    try:
        print(call())
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
    except KeyboardInterrupt as e:
        print(repr(e))
