"""Locks, semaphores, conditions, events and barriers between processes."""

import _process
import threading
from multiprocessing import context, process
from time import monotonic as _time

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = 0x7FFFFFFF


class SemLock:
    """A semaphore of the machine."""

    def __init__(self, kind, value, maxvalue, *, ctx):
        self._semlock = _process.SemLock(kind, value, maxvalue)
        self._bind()

    def _bind(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        s = self._semlock
        return s.handle, s.kind, s.maxvalue

    def __setstate__(self, state):
        self._semlock = _process.SemLock._rebuild(*state)
        self._bind()

    def _owner(self):
        # For repr: who holds it, as far as it can be told.
        if self._semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return "None"
        return "SomeOtherThread" if self._semlock._count() > 0 else "SomeOtherProcess"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return "<%s(value=%s)>" % (self.__class__.__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return "<%s(value=%s, maxvalue=%s)>" % (
            self.__class__.__name__, self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return "<%s(owner=%s)>" % (self.__class__.__name__, self._owner())


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = self._owner()
        count = self._semlock._count() if self._semlock._is_mine() else 0 if owner == "None" else "nonzero"
        return "<%s(%s, %s)>" % (self.__class__.__name__, owner, count)


class Condition:
    """Processes wait under a lock until another one notifies them."""

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._bind()

    def _bind(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._bind()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        sleepers = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._lock, sleepers)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Forget those whose wait timed out since the last time.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        woken = 0
        while woken < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            woken += 1
        for _ in range(woken):
            self._woken_count.acquire()
        # A sleeper that timed out in between left its permit: take it back.
        if woken:
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _time() + timeout
        while not result:
            left = None
            if end is not None:
                left = end - _time()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier(threading.Barrier):
    """threading's barrier, its two numbers kept in shared memory."""

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from multiprocessing.sharedctypes import RawArray
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.__setstate__((parties, action, timeout, ctx.Condition(), RawArray("i", 2)))

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._numbers

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._numbers = state

    @property
    def _state(self):
        return self._numbers[0]

    @_state.setter
    def _state(self, value):
        self._numbers[0] = value

    @property
    def _count(self):
        return self._numbers[1]

    @_count.setter
    def _count(self, value):
        self._numbers[1] = value
