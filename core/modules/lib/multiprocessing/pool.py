"""Pools: a fixed number of workers and the calls they share."""

import itertools
import threading
import time
from collections import deque
from multiprocessing import TimeoutError, context
from multiprocessing._crew import MaybeEncodingError, ProcessCrew, RemoteTraceback, ThreadCrew
from types import GenericAlias

__all__ = ["Pool", "ThreadPool"]


def _map_chunk(function, items):
    return [function(item) for item in items]


def _starmap_chunk(function, items):
    return [function(*item) for item in items]


class AsyncResult:
    """The result of one call that may not be there yet."""

    def __init__(self, pool, callback, error_callback):
        self._event = threading.Event()
        self._pool = pool
        self._callback = callback
        self._error_callback = error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _finish(self, ok, value):
        self._success, self._value = ok, value
        self._pool = None
        if ok and self._callback:
            self._callback(value)
        if not ok and self._error_callback:
            self._error_callback(value)
        self._event.set()

    def _reply(self, index):
        return self._finish

    __class_getitem__ = classmethod(GenericAlias)


ApplyResult = AsyncResult


class MapResult(AsyncResult):
    """The results of many calls, in order."""

    def __init__(self, pool, chunks, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._parts = [None] * chunks
        self._left = chunks
        self._failed = None
        if chunks == 0:
            self._finish(True, [])

    def _reply(self, index):
        def reply(ok, value):
            self._left -= 1
            self._parts[index] = value
            if not ok and self._failed is None:
                self._failed = value
            if self._left == 0:  # also after a failure all are awaited
                if self._failed is None:
                    self._finish(True, list(itertools.chain.from_iterable(self._parts)))
                else:
                    self._finish(False, self._failed)

        return reply


class IMapIterator:
    """Results one by one, in order."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._items = deque()
        self._index = 0
        self._length = None
        self._unsorted = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            end = None if timeout is None else time.monotonic() + timeout
            while not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0:
                    raise TimeoutError from None
                self._cond.wait(left)
            ok, value = self._items.popleft()
        if ok:
            return value
        raise value

    __next__ = next

    def _reply(self, index):
        def reply(ok, value):
            with self._cond:
                self._arrived(index, ok, value)
                self._cond.notify_all()

        return reply

    def _arrived(self, index, ok, value):
        self._unsorted[index] = ok, value
        while self._index in self._unsorted:
            self._items.append(self._unsorted.pop(self._index))
            self._index += 1

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify_all()


class IMapUnorderedIterator(IMapIterator):
    """Results one by one, as they come."""

    def _arrived(self, index, ok, value):
        self._items.append((ok, value))
        self._index += 1


class Pool:
    """Worker processes that take calls."""

    _Crew = ProcessCrew

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._state = "INIT"
        self._ctx = context or _default()
        if processes is None:
            processes = self._ctx.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._crew = self._Crew(self._ctx, processes, initializer, initargs, maxtasksperchild)
        self._state = "RUN"

    @property
    def _pool(self):
        return self._crew.processes()

    def _check_running(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")

    def _submit(self, result, index, function, args, kwargs={}, wait=False):
        reply = result._reply(index)
        try:
            self._crew.submit((function, args, kwargs), reply, wait)
        except Exception as e:
            reply(False, e)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = AsyncResult(self, callback, error_callback)
        self._submit(result, 0, func, tuple(args), dict(kwds))
        return result

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(_map_chunk, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(_starmap_chunk, func, iterable, chunksize, callback, error_callback)

    def _map(self, mapper, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), self._processes * 4)
            chunksize += extra > 0
        chunks = [items[i:i + chunksize] for i in range(0, len(items), max(chunksize, 1))]
        result = MapResult(self, len(chunks), callback, error_callback)
        for index, chunk in enumerate(chunks):
            self._submit(result, index, mapper, (func, chunk))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        result = kind(self)
        if hasattr(iterable, "__len__"):
            self._feed(result, func, iterable, chunksize, False)
        else:  # it may have no end, or wait for results itself
            args = result, func, iterable, chunksize, True
            threading.Thread(target=self._feed, args=args, daemon=True).start()
        if chunksize == 1:
            return result
        return (item for chunk in result for item in chunk)

    def _feed(self, result, func, iterable, chunksize, wait):
        count = 0
        it = iter(iterable)
        try:
            if chunksize == 1:
                for item in it:
                    self._submit(result, count, func, (item,), wait=wait)
                    count += 1
                    if self._state == "TERMINATE":
                        break
            else:
                while (chunk := list(itertools.islice(it, chunksize))) and self._state != "TERMINATE":
                    self._submit(result, count, _map_chunk, (func, chunk), wait=wait)
                    count += 1
        except Exception as e:
            result._reply(count)(False, e)
            count += 1
        result._set_length(count)

    def close(self):
        """No more calls; those under way go on."""
        if self._state == "RUN":
            self._state = "CLOSE"
            self._crew.close()

    def terminate(self):
        """End the workers now."""
        if self._state != "TERMINATE":
            self._state = "TERMINATE"
            self._crew.terminate()

    def join(self):
        """Wait for the workers to end, after close() or terminate()."""
        if self._state == "RUN":
            raise ValueError("Pool is still running")
        self._crew.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"


def _default():
    return context._default_context.get_context()


class ThreadPool(Pool):
    """The same with threads."""

    _Crew = ThreadCrew

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)
