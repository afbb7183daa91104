"""Queues between tasks (Library Reference, "asyncio-queue")."""

from collections import deque
from heapq import heappop, heappush
from types import GenericAlias

from .locks import Event, _LoopBound

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """Raised when Queue.get_nowait() is called on an empty Queue."""


class QueueFull(Exception):
    """Raised when the Queue.put_nowait() method is called on a full Queue."""


class QueueShutDown(Exception):
    """Raised when putting on to or getting from a shut-down Queue."""


class Queue(_LoopBound):
    """First in, first out. maxsize <= 0: never full."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = None  # an Event, once someone joins
        self._shut = False
        self._init(maxsize)

    # What the other kinds of queue replace.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._details()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._details()}>"

    __class_getitem__ = classmethod(GenericAlias)

    def _details(self):
        details = f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            details += f" _queue={list(self._queue)!r}"
        if self._getters:
            details += f" _getters[{len(self._getters)}]"
        if self._putters:
            details += f" _putters[{len(self._putters)}]"
        if self._unfinished:
            details += f" tasks={self._unfinished}"
        if self._shut:
            details += " shutdown"
        return details

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    async def put(self, item):
        """Add the item, once there is room."""
        while 0 < self._maxsize <= self.qsize() and not self._shut:
            putter = self._get_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                try:
                    self._putters.remove(putter)
                except ValueError:
                    pass
                if not self.full() and not putter.cancelled():
                    self._wake(self._putters)  # the turn was ours: pass it on
                raise
        self.put_nowait(item)

    def put_nowait(self, item):
        if self._shut:
            raise QueueShutDown
        if 0 < self._maxsize <= self.qsize():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        if self._finished is not None:
            self._finished.clear()
        if self._getters:
            self._wake(self._getters)

    async def get(self):
        """Take an item, once there is one."""
        while self.empty():
            if self._shut:
                raise QueueShutDown
            getter = self._get_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                try:
                    self._getters.remove(getter)
                except ValueError:
                    pass
                if not self.empty() and not getter.cancelled():
                    self._wake(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._shut:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if self._putters:
            self._wake(self._putters)
        return item

    def task_done(self):
        """One item that was taken is dealt with."""
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0 and self._finished is not None:
            self._finished.set()

    async def join(self):
        """Wait until every item was taken and dealt with."""
        if self._unfinished > 0:
            if self._finished is None:
                self._finished = Event()
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """No more puts; gets go on until it is empty, or at once fail if immediate."""
        self._shut = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished > 0:
                    self._unfinished -= 1
            if self._unfinished == 0 and self._finished is not None:
                self._finished.set()
        for waiters in (self._getters, self._putters):
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)


class PriorityQueue(Queue):
    """The lowest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The last item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
