"""The workers of a pool: who has which task, who died, who comes instead.

Each worker process has a pipe of its own, so that one that is killed holds nothing the others need: its task is lost,
a new worker takes its place. A task goes to an idle worker from whoever submits it; one thread takes the results.
"""

import threading
from _pickle import dumps as _dumps
from collections import deque
from multiprocessing.connection import wait as _wait

__all__ = ["ProcessCrew", "ThreadCrew", "run_task", "with_traceback"]

AHEAD = 64  # tasks of an iterator that are taken from it before a worker wants them


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class Packed:
    """An exception on its way: a traceback does not travel, its text does, as the cause."""

    cause = RemoteTraceback

    def __init__(self, e, text):
        self.e = e
        self.text = text
        e.__traceback__ = None

    def unpack(self):
        self.e.__cause__ = self.cause(self.text)
        return self.e


def with_traceback(e, packed=Packed):
    from multiprocessing.util import exception_text
    return packed(e, '\n"""\n%s"""' % exception_text(e))


class MaybeEncodingError(Exception):
    """A result that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self)


def run_task(function, args, kwargs):
    """(True, result) or (False, exception)."""
    try:
        return True, function(*args, **kwargs)
    except Exception as e:
        return False, with_traceback(e)


def _work(connection, initializer, initargs, maxtasks):
    # A worker process: a task in, what came of it out, until None comes.
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        if task is None:
            return
        result = run_task(*task)
        try:
            connection.send(result)
        except BrokenPipeError:
            return
        except Exception as e:
            connection.send((False, with_traceback(MaybeEncodingError(e, result[1]))))
        task = result = None
        done += 1


class _Worker:
    def __init__(self, ctx, worker_args):
        self.connection, theirs = ctx.Pipe()
        self.process = ctx.Process(target=_work, args=(theirs, *worker_args), daemon=True)
        self.process.name = self.process.name.replace("Process", "PoolWorker")
        self.process.start()
        theirs.close()
        self.reply = None  # who wants the result of the task it has: called with (ok, value)
        self.taken = 0


class ProcessCrew:
    """`size` processes; submit() gives them tasks."""

    def __init__(self, ctx, size, initializer, initargs, maxtasks):
        self._ctx = ctx
        self._worker_args = initializer, initargs, maxtasks
        self._maxtasks = maxtasks
        self._lock = threading.RLock()
        self._room = threading.Condition(self._lock)
        self._pending = deque()  # (pickled task, reply)
        self._idle = deque()
        self._state = "RUN"
        self._wake_in, self._wake_out = ctx.Pipe(duplex=False)
        self.workers = []
        try:
            for _ in range(size):
                self._hire()
        except BaseException:
            self.terminate()
            raise
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def processes(self):
        return [worker.process for worker in self.workers]

    def _hire(self):
        worker = _Worker(self._ctx, self._worker_args)
        self.workers.append(worker)
        self._idle.append(worker)

    def submit(self, task, reply, wait=False):
        """task: (function, args, kwargs). What cannot be pickled raises here. wait: until not too many are waiting."""
        data = _dumps(task)
        with self._lock:
            while wait and len(self._pending) >= AHEAD and self._state != "TERMINATE":
                self._room.wait()
            self._pending.append((data, reply))
            self._give_out()

    def _give_out(self):
        while self._pending and self._idle:
            worker = self._idle.popleft()
            data, worker.reply = self._pending.popleft()
            worker.taken += 1
            try:
                worker.connection._send_bytes(data)
            except OSError:  # it is dead, and had not begun
                self._pending.appendleft((data, worker.reply))
                worker.reply = None
        if len(self._pending) < AHEAD:
            self._room.notify_all()
        if self._state == "CLOSE" and not self._pending:
            while self._idle:
                self._dismiss(self._idle.popleft())

    def _dismiss(self, worker):
        try:
            worker.connection.send(None)
        except OSError:
            pass

    def _watch(self):
        while True:
            with self._lock:
                if self._state == "TERMINATE" or (self._state == "CLOSE" and not self.workers):
                    return
                workers = {worker.connection: worker for worker in self.workers}
            for connection in _wait([self._wake_in, *workers]):
                if connection is self._wake_in:
                    connection.recv_bytes()
                else:
                    self._receive(workers[connection])
            workers = connection = None

    def _receive(self, worker):
        try:
            ok, value = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        except Exception as e:  # it cannot be unpickled here
            ok, value = False, e
        with self._lock:
            reply, worker.reply = worker.reply, None
            if self._maxtasks is None or worker.taken < self._maxtasks:
                self._idle.append(worker)
            self._give_out()
        reply(ok, value.unpack() if isinstance(value, Packed) else value)

    def _replace(self, worker):
        with self._lock:
            if self._state == "TERMINATE":
                return
            self.workers.remove(worker)
            if worker in self._idle:
                self._idle.remove(worker)
        worker.connection.close()
        worker.process.join()
        with self._lock:
            if self._state == "RUN" or (self._state == "CLOSE" and self._pending):
                self._hire()
                self._give_out()

    def close(self):
        """Those that have nothing to do end; the others when they have nothing left."""
        with self._lock:
            self._state = "CLOSE"
            self._give_out()
        self._wake_out.send_bytes(b"")

    def terminate(self):
        with self._lock:
            self._state = "TERMINATE"
            self._pending.clear()
            self._room.notify_all()
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
        self._wake_out.send_bytes(b"")

    def join(self):
        self._thread.join()
        for worker in list(self.workers):
            worker.process.join()


class ThreadCrew:
    """The same with threads, which take tasks from one queue."""

    def __init__(self, ctx, size, initializer, initargs, maxtasks):
        import queue
        self._queue = queue.SimpleQueue()
        self._room = threading.BoundedSemaphore(AHEAD)
        self._reply_lock = threading.Lock()
        self._over = False
        self.workers = [threading.Thread(target=self._work, args=(initializer, initargs), daemon=True)
                        for _ in range(size)]
        for worker in self.workers:
            worker.start()

    def processes(self):
        return self.workers

    def _work(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while (item := self._queue.get()) is not None:
            task, reply, waited = item
            if waited:
                self._room.release()
            if self._over:
                continue
            try:
                ok, value = True, task[0](*task[1], **task[2])
            except Exception as e:
                ok, value = False, e
            item = task = None
            with self._reply_lock:
                reply(ok, value)
            reply = value = None

    def submit(self, task, reply, wait=False):
        if wait:
            self._room.acquire()
        self._queue.put((task, reply, wait))

    def close(self):
        for _ in self.workers:
            self._queue.put(None)

    def terminate(self):
        # A thread cannot be ended: the workers finish what they do and do nothing more.
        self._over = True
        self.close()

    def join(self):
        for worker in self.workers:
            worker.join()


# Their place in CPython, where programs catch them.
RemoteTraceback.__module__ = MaybeEncodingError.__module__ = "multiprocessing.pool"
