"""Handlers of signals (Library Reference, "signal"); they run in the main thread, between two instructions."""

import _signal
import _thread
import time as _time
from enum import IntEnum as _IntEnum

_numbers = ("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU "
            "URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS").split()
Signals = _IntEnum("Signals", [("SIG" + name, number) for number, name in enumerate(_numbers, 1)]
                   + [("SIGRTMIN", 34), ("SIGRTMAX", 64)], module=__name__)
Handlers = _IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
SIGPOLL = SIGIO
NSIG = 65

_texts = {1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
          7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
          11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock",
          15: "Terminated", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped"}

default_int_handler = _signal.default_int_handler
raise_signal = _signal.raise_signal
pause = _signal.pause


def _shown(value, enum):
    if isinstance(value, int):
        try:
            return enum(value)
        except ValueError:
            pass
    return value


def signal(signalnum, handler):
    """Set what a signal does; returns what it did."""
    return _shown(_signal.signal(signalnum, handler), Handlers)


def getsignal(signalnum):
    """What a signal does: SIG_DFL, SIG_IGN or a function."""
    return _shown(_signal.getsignal(signalnum), Handlers)


def strsignal(signalnum):
    """A signal in words."""
    _signal.getsignal(signalnum)
    return _texts.get(int(signalnum)) or (f"Real-time signal {signalnum - 34}" if signalnum >= 34 else
                                          f"Unknown signal {int(signalnum)}")


def valid_signals():
    """The signals there are."""
    return {_shown(n, Signals) for n in range(1, 65) if n not in (32, 33)}


ITIMER_REAL = 0


class ItimerError(OSError):
    pass


ItimerError.__name__ = ItimerError.__qualname__ = "itimer_error"
itimer_error = ItimerError
_alarm = None  # (number, when, interval) of the one that runs
_alarms = 0


def _ring(number, wait, interval):
    global _alarm
    sleeper = _thread.allocate_lock()
    sleeper.acquire()
    while True:
        sleeper.acquire(True, wait)
        if _alarm is None or _alarm[0] != number:
            return
        _alarm = (number, _time.monotonic() + interval, interval) if interval else None
        raise_signal(SIGALRM)
        if not interval:
            return
        wait = interval


def setitimer(which, seconds, interval=0.0):
    """SIGALRM after some seconds, then every interval; returns what was set before."""
    global _alarm, _alarms
    if which != ITIMER_REAL:
        raise NotImplementedError("gilbox has ITIMER_REAL only")
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    before = getitimer(which)
    _alarms += 1
    _alarm = None
    if seconds:
        _alarm = (_alarms, _time.monotonic() + seconds, interval)
        _thread.start_new_thread(_ring, (_alarms, seconds, interval))
    return before


def getitimer(which):
    """(seconds until SIGALRM, interval)."""
    if _alarm is None:
        return 0.0, 0.0
    return max(0.0, _alarm[1] - _time.monotonic()), float(_alarm[2])


def alarm(seconds, /):
    """SIGALRM after whole seconds (0: none); returns how many were left of the one before."""
    left = setitimer(ITIMER_REAL, int(seconds))[0]
    return int(left) + (left > int(left))


def siginterrupt(signalnum, flag, /):
    """System calls always go on after a handler (PEP 475)."""
    _signal.getsignal(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    raise NotImplementedError("gilbox has no set_wakeup_fd: its event loop needs none")
