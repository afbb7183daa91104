"""Queues between processes."""

import _process
import sys
import threading
import weakref
from collections import deque
from multiprocessing import context
from multiprocessing.connection import Connection, Pipe
from _pickle import dumps as _dumps, loads as _loads
from queue import Empty, Full
from time import monotonic as _time
from types import GenericAlias

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]


class Queue:
    """Any process may put, any may get.

    A short item goes straight into the pipe when there is room. What does not fit waits in this process, and a thread
    (the feeder) writes it: put() never waits for a reader.
    """

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            from multiprocessing.synchronize import SEM_VALUE_MAX as maxsize
        self._maxsize = maxsize
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._reset()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem

    def __setstate__(self, state):
        self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem = state
        self._reset()

    def _reset(self):
        self._waiting = deque()          # pickled items the feeder is to write
        self._waiting_change = threading.Condition(threading.Lock())
        self._feeder = None
        self._closed = False
        self._joincancelled = False
        self._raw_send = self._writer._raw.try_send_bytes
        self._recv_bytes = self._reader._recv_bytes

    def put(self, obj, block=True, timeout=None):
        """Add an item."""
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):
            raise Full
        try:
            data = _dumps(obj)
        except Exception as e:
            self._sem.release()
            self._on_queue_feeder_error(e, obj)
        else:
            self._send(data)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """What cannot be pickled is told of on stderr; may be overridden."""
        sys.excepthook(type(e), e, e.__traceback__)

    def _send(self, data):
        if not self._waiting and self._wlock.acquire(False):
            try:
                if self._raw_send(data):
                    return
            finally:
                self._wlock.release()
        with self._waiting_change:
            self._waiting.append(data)
            if self._feeder is None:
                self._feeder = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
                self._feeder.start()
                from multiprocessing.util import Finalize
                Finalize(None, Queue._join_feeder, args=(weakref.ref(self),), exitpriority=-5)
            self._waiting_change.notify_all()

    def _feed(self):
        while True:
            with self._waiting_change:
                while not self._waiting:
                    if self._closed:
                        return
                    self._waiting_change.wait()
                data = self._waiting[0]
            try:
                with self._wlock:
                    self._writer._send_bytes(data)
            except BrokenPipeError:
                return
            with self._waiting_change:
                self._waiting.popleft()
                self._waiting_change.notify_all()

    def get(self, block=True, timeout=None):
        """Take an item."""
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if block and timeout is None:
            with self._rlock:
                data = self._recv_bytes()
            self._sem.release()
            return _loads(data)
        if block:
            end = _time() + timeout
        if not self._rlock.acquire(block, timeout):
            raise Empty
        try:
            if block:
                if not self._reader.poll(max(0.0, end - _time())):
                    raise Empty
            elif not self._reader.poll():
                raise Empty
            data = self._recv_bytes()
            self._sem.release()
        finally:
            self._rlock.release()
        return _loads(data)

    def qsize(self):
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        """No more items from this process."""
        self._closed = True
        with self._waiting_change:
            self._waiting_change.notify_all()

    def join_thread(self):
        """Wait until everything put by this process is in the pipe."""
        assert self._closed, "Queue {0!r} not closed".format(self)
        if self._feeder is not None and not self._joincancelled:
            self._feeder.join()

    def cancel_join_thread(self):
        """Do not wait for that at the end of the process: items may be lost."""
        self._joincancelled = True

    @staticmethod
    def _join_feeder(reference):
        queue = reference()
        if queue is not None:
            queue.close()
            queue.join_thread()

    __class_getitem__ = classmethod(GenericAlias)


class JoinableQueue(Queue):
    """A queue that counts what is not dealt with yet."""

    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._cond:
            self._unfinished_tasks.release()
            try:
                data = _dumps(obj)
            except Exception as e:
                self._sem.release()
                self._on_queue_feeder_error(e, obj)
            else:
                self._send(data)

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end; put() waits while the pipe is full."""

    def __init__(self, *, ctx):
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def get(self):
        with self._rlock:
            data = self._reader._recv_bytes()
        return _loads(data)

    def put(self, obj):
        data = _dumps(obj)
        with self._wlock:
            self._writer._send_bytes(data)

    __class_getitem__ = classmethod(GenericAlias)
