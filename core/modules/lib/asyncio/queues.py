"""Queues between tasks (Library Reference, "asyncio-queue")."""

from _asyncio import Queue as _Native, QueueEmpty, QueueFull, QueueShutDown
from heapq import heappop, heappush

from .locks import Event

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class Queue(_Native):
    """First in, first out. maxsize <= 0: never full."""

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._details()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._details()}>"

    def _details(self):
        details = f"maxsize={self._maxsize!r}"
        if items := self._queue:
            details += f" _queue={list(items)!r}"
        if self._getters:
            details += f" _getters[{len(self._getters)}]"
        if self._putters:
            details += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            details += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            details += " shutdown"
        return details

    async def join(self):
        """Wait until every item was taken and dealt with."""
        if self._unfinished_tasks > 0:
            if self._finished is None:
                self._finished = Event()
            await self._finished.wait()


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
