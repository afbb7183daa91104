"""ProcessPoolExecutor."""

import itertools
import multiprocessing
import os
import sys
import threading
import weakref
from concurrent.futures import _base
from functools import partial
from multiprocessing.connection import wait as _wait
from multiprocessing._crew import Packed, with_traceback

__all__ = ["ProcessPoolExecutor", "BrokenProcessPool"]


class BrokenProcessPool(_base.BrokenExecutor):
    """
    Raised when a process in a ProcessPoolExecutor terminated abruptly
    while a future was in the running state.
    """


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _Packed(Packed):
    cause = _RemoteTraceback


def _with_traceback(e):
    return with_traceback(e, _Packed)


_executors = weakref.WeakSet()


def _python_exit():
    for executor in list(_executors):
        executor.shutdown(wait=True)


threading._register_atexit(_python_exit)


def _call_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _work(connection, initializer, initargs):
    """A worker: takes a call from its connection, sends what came of it, until None comes."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            return
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        if task is None:
            return
        fn, args, kwargs = task
        try:
            message = True, fn(*args, **kwargs)
        except BaseException as e:
            message = False, _with_traceback(e)
        try:
            connection.send(message)
        except Exception as e:
            connection.send((False, _with_traceback(e)))


class _Worker:
    def __init__(self, executor):
        self.connection, theirs = executor._ctx.Pipe()
        self.process = executor._ctx.Process(
            target=_work, args=(theirs, executor._initializer, executor._initargs))
        self.process.start()
        theirs.close()
        self.item = None      # (future, task) under way
        self.done = 0         # tasks it has taken


class ProcessPoolExecutor(_base.Executor):
    """Calls in a pool of processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._ctx = mp_context or multiprocessing.get_context()
        if max_tasks_per_child is not None and self._ctx.get_start_method(allow_none=False) == "fork":
            raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method;"
                             " supply a different mp_context.")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._max_tasks = max_tasks_per_child
        self._workers = []
        self._pending = []           # (future, task), the oldest last
        self._lock = threading.Lock()
        self._shutdown = False
        self._broken = None
        self._manager = None
        self._wake_in, self._wake_out = self._ctx.Pipe(duplex=False)
        _executors.add(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = _base.Future()
            self._pending.insert(0, (future, (fn, args, kwargs)))
            if self._manager is None:
                self._manager = threading.Thread(target=self._manage)
                self._manager.start()
        self._wake()
        return future

    submit.__doc__ = _base.Executor.submit.__doc__

    @property
    def _processes(self):
        return {worker.process.pid: worker.process for worker in self._workers}

    def _wake(self):
        self._wake_out.send_bytes(b"")

    # ---- the manager thread: hands out tasks, collects results, notices deaths --------------------------------

    def _manage(self):
        while self._give_out():
            watched = [self._wake_in]
            for w in self._workers:
                watched.append(w.connection)
                watched.append(w.process.sentinel)
            ready = _wait(watched)
            while self._wake_in.poll():
                self._wake_in.recv_bytes()
            for worker in list(self._workers):
                if worker.connection in ready and worker.item is not None:
                    self._collect(worker)
                elif worker.process.sentinel in ready and worker in self._workers:
                    self._bury(worker)
        for worker in self._workers:
            self._dismiss(worker)
        for worker in self._workers:
            worker.process.join()

    def _give_out(self):
        """False when there is nothing more to do, ever."""
        with self._lock:
            while self._pending:
                idle = next((w for w in self._workers if w.item is None), None)
                if idle is None:
                    if len(self._workers) >= self._max_workers:
                        break
                    idle = _Worker(self)
                    self._workers.append(idle)
                future, task = self._pending.pop()
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    idle.connection.send(task)
                except Exception as e:
                    if isinstance(e, BrokenPipeError):
                        idle.item = future, task
                        break
                    future.set_exception(e)
                    continue
                idle.item = future, task
                idle.done += 1
            busy = self._pending or any(w.item for w in self._workers)
            return busy or not self._shutdown

    def _collect(self, worker):
        try:
            ok, value = worker.connection.recv()
        except Exception:  # it ended, or sent what cannot be made again here
            self._bury(worker)
            return
        future, _ = worker.item
        worker.item = None
        if self._max_tasks is not None and worker.done >= self._max_tasks:
            self._dismiss(worker)
            self._workers.remove(worker)
            worker.process.join()
        if ok:
            future.set_result(value)
        else:
            future.set_exception(value.unpack() if hasattr(value, "unpack") else value)

    def _dismiss(self, worker):
        try:
            worker.connection.send(None)
        except OSError:
            pass
        worker.connection.close()

    def _bury(self, worker):
        """A worker died on its own: the whole pool is broken, as documented."""
        with self._lock:
            self._broken = "A child process terminated abruptly, the process pool is not usable anymore"
            self._shutdown = True
            futures = [w.item[0] for w in self._workers if w.item] + [f for f, _ in reversed(self._pending)]
            self._pending.clear()
            workers, self._workers = self._workers, []
        for w in workers:
            w.process.terminate()
        for w in workers:
            w.process.join()
            w.connection.close()
        for future in futures:
            future.set_exception(BrokenProcessPool(
                "A process in the process pool was terminated abruptly while the future was running or pending."))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        calls = zip(*iterables)
        chunks = iter(lambda: tuple(itertools.islice(calls, chunksize)), ())
        results = super().map(partial(_call_chunk, fn), list(chunks), timeout=timeout)
        return itertools.chain.from_iterable(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                for future, _ in self._pending:
                    future.cancel()
            manager = self._manager
        if manager is not None:
            self._wake()
            if wait:
                manager.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
