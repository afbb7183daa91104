"""Pools: a fixed number of workers and the calls they share."""

import itertools
import threading
import time
from collections import deque
from multiprocessing import TimeoutError, context
from types import GenericAlias

__all__ = ["Pool", "ThreadPool"]

_job_counter = itertools.count()


def _run(task):
    # One task in a worker: (job, index, function, args, kwargs) -> (job, index, ok, value).
    job, index, function, args, kwargs = task
    try:
        return job, index, True, function(*args, **kwargs)
    except Exception as e:
        return job, index, False, _with_traceback(e)


def _with_traceback(e):
    # A traceback does not travel: its text does, as the cause.
    from multiprocessing.util import exception_text
    return _Packed(e, '\n"""\n%s"""' % exception_text(e))


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _Packed:
    def __init__(self, e, text):
        self.e = e
        self.text = text
        e.__traceback__ = None

    def unpack(self):
        self.e.__cause__ = RemoteTraceback(self.text)
        return self.e


class MaybeEncodingError(Exception):
    """A result or argument that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)


def _map_chunk(args):
    function, items = args
    return [function(item) for item in items]


def _starmap_chunk(args):
    function, items = args
    return [function(*item) for item in items]


def _worker(inqueue, outqueue, initializer, initargs, maxtasks):
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            return
        if task is None:
            return
        result = _run(task)
        try:
            outqueue.put(result)
        except Exception as e:
            outqueue.put((result[0], result[1], False, _with_traceback(MaybeEncodingError(e, result[3]))))
        done += 1
    outqueue.put(("worker done", None, None, None))


class AsyncResult:
    """The result of one call that may not be there yet."""

    def __init__(self, pool, callback, error_callback):
        self._event = threading.Event()
        self._job = next(_job_counter)
        self._pool = pool
        self._callback = callback
        self._error_callback = error_callback
        pool._jobs[self._job] = self

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
        if not ok and isinstance(value, _Packed):
            value = value.unpack()
        self._success, self._value = ok, value
        if ok and self._callback:
            self._callback(value)
        if not ok and self._error_callback:
            self._error_callback(value)
        self._pool._jobs.pop(self._job, None)
        self._event.set()

    def _set(self, index, ok, value):
        self._finish(ok, value)

    __class_getitem__ = classmethod(GenericAlias)


ApplyResult = AsyncResult


class MapResult(AsyncResult):
    """The results of many calls, in order."""

    def __init__(self, pool, chunks, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._parts = [None] * chunks
        self._left = chunks
        self._failed = False
        if chunks == 0:
            self._finish(True, [])

    def _set(self, index, ok, value):
        self._left -= 1
        if self._failed:
            return
        if not ok:
            self._failed = True
            self._finish(False, value)
            return
        self._parts[index] = value
        if self._left == 0:
            self._finish(True, list(itertools.chain.from_iterable(self._parts)))


class IMapIterator:
    """Results one by one, in order."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_job_counter)
        self._items = deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        pool._jobs[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            end = None if timeout is None else time.monotonic() + timeout
            while not self._items:
                if self._index == self._length:
                    self._pool._jobs.pop(self._job, None)
                    raise StopIteration from None
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0:
                    raise TimeoutError from None
                self._cond.wait(left)
            ok, value = self._items.popleft()
        if ok:
            return value
        raise value.unpack() if isinstance(value, _Packed) else value

    __next__ = next

    def _set(self, index, ok, value):
        with self._cond:
            self._unsorted[index] = ok, value
            while self._index in self._unsorted:
                self._items.append(self._unsorted.pop(self._index))
                self._index += 1
            self._cond.notify_all()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify_all()


class IMapUnorderedIterator(IMapIterator):
    """Results one by one, as they come."""

    def _set(self, index, ok, value):
        with self._cond:
            self._items.append((ok, value))
            self._index += 1
            self._cond.notify_all()


class Pool:
    """Worker processes that take calls from a queue."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
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
        self._worker_args = (initializer, initargs, maxtasksperchild)
        self._jobs = {}
        self._state = "RUN"
        self._setup_queues()
        self._pool = []
        for _ in range(processes):
            self._add_worker()
        self._results = threading.Thread(target=self._handle_results, daemon=True)
        self._results.start()

    # What a pool of threads does otherwise.
    def _setup_queues(self):
        self._inqueue = self._ctx.Queue()
        self._outqueue = self._ctx.SimpleQueue()

    def _make_worker(self, target, args):
        worker = self._ctx.Process(target=target, args=args, daemon=True)
        worker.name = worker.name.replace("Process", "PoolWorker")
        return worker

    def _add_worker(self):
        worker = self._make_worker(_worker, (self._inqueue, self._outqueue, *self._worker_args))
        self._pool.append(worker)
        worker.start()

    def _handle_results(self):
        while True:
            try:
                job, index, ok, value = self._outqueue.get()
            except (EOFError, OSError):
                return
            if job is None:
                return
            if job == "worker done":
                self._replace_finished()
                continue
            result = self._jobs.get(job)
            if result is not None:
                result._set(index, ok, value)

    def _replace_finished(self):
        for worker in list(self._pool):
            worker.join(0.1)
            if not worker.is_alive():
                self._pool.remove(worker)
                if self._state == "RUN" or self._jobs:
                    self._add_worker()

    def _check_running(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")

    def _submit(self, job, index, function, args, kwargs={}):
        try:
            self._inqueue.put((job, index, function, args, kwargs))
        except Exception as e:
            self._jobs[job]._set(index, False, e)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = AsyncResult(self, callback, error_callback)
        self._submit(result._job, 0, func, tuple(args), dict(kwds))
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
            self._submit(result._job, index, mapper, ((func, chunk),))
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
        count = 0
        if chunksize == 1:
            for count, item in enumerate(iterable, 1):
                self._submit(result._job, count - 1, func, (item,))
            result._set_length(count)
            return result
        it = iter(iterable)
        while chunk := list(itertools.islice(it, chunksize)):
            self._submit(result._job, count, _map_chunk, ((func, chunk),))
            count += 1
        result._set_length(count)
        return itertools.chain.from_iterable(result)

    def close(self):
        """No more calls; those under way go on."""
        if self._state == "RUN":
            self._state = "CLOSE"
            for _ in range(self._processes):
                self._inqueue.put(None)

    def terminate(self):
        """End the workers now."""
        self._state = "TERMINATE"
        for worker in self._pool:
            worker.terminate()
        for worker in self._pool:
            worker.join()
        self._outqueue.put((None, None, None, None))

    def join(self):
        """Wait for the workers to end, after close() or terminate()."""
        if self._state == "RUN":
            raise ValueError("Pool is still running")
        for worker in list(self._pool):
            worker.join()
        if self._state != "TERMINATE":
            self._outqueue.put((None, None, None, None))
        self._results.join()

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

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _setup_queues(self):
        import queue
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()

    def _make_worker(self, target, args):
        return threading.Thread(target=target, args=args, daemon=True)

    def terminate(self):
        # A thread cannot be ended: the workers finish what they do and find nothing more.
        self._state = "TERMINATE"
        while True:
            try:
                self._inqueue.get_nowait()
            except Exception:
                break
        for _ in self._pool:
            self._inqueue.put(None)
        self._outqueue.put((None, None, None, None))
