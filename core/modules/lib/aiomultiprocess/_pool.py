"""A pool of processes, each running many coroutines at once.

Every process has a pipe of its own to the pool; its loop and the pool's loop are told when something arrives. A queue
is a line of tasks for some of the processes: the scheduler says which task goes to which queue.
"""

import asyncio
import itertools
import os
import traceback
from collections import deque

from aiomultiprocess._process import get_context

MAX_TASKS_PER_CHILD = 0  # for ever
CHILD_CONCURRENCY = 16


class ProxyException(Exception):
    """An exception of a coroutine in another process: its traceback as text."""


class Scheduler:
    """Says which queue a task goes to."""

    def register_queue(self, tx):
        """A queue was made; the answer is its number."""
        raise NotImplementedError()

    def register_process(self, qid):
        """A process works for this queue."""

    def schedule_task(self, task_id, func, args, kwargs):
        """The number of the queue for this task."""
        raise NotImplementedError()

    def complete_task(self, task_id):
        """The task is done."""


class RoundRobin(Scheduler):
    """One queue after the other."""

    def __init__(self):
        self.qids = []
        self.next_id = itertools.count()
        self.cycle = itertools.cycle([])

    def register_queue(self, tx):
        qid = next(self.next_id)
        self.qids.append(qid)
        self.cycle = itertools.cycle(self.qids)
        return qid

    def schedule_task(self, task_id, func, args, kwargs):
        return next(self.cycle)


def _work(connection, initializer, initargs, loop_initializer, exception_handler):
    # A process of the pool: takes tasks as they come, answers as they end.
    if loop_initializer is not None:
        asyncio.set_event_loop(loop_initializer())
    if initializer is not None:
        initializer(*initargs)

    async def one(number, function, args, kwargs):
        try:
            answer = number, await function(*args, **kwargs), None
        except Exception as e:
            if exception_handler is not None:
                exception_handler(e)
            answer = number, None, traceback.format_exc()
        try:
            connection.send(answer)
        except BrokenPipeError:
            over.set()
        except Exception:
            connection.send((number, None, traceback.format_exc()))

    async def main():
        nonlocal over
        over = asyncio.Event()
        running = set()

        def arrived():
            try:
                while connection.poll():
                    task = connection.recv()
                    if task is None:
                        return over.set()
                    running.add(made := asyncio.ensure_future(one(*task)))
                    made.add_done_callback(running.discard)
            except (EOFError, OSError):
                over.set()

        loop = asyncio.get_running_loop()
        loop.add_reader(connection.fileno(), arrived)
        await over.wait()
        loop.remove_reader(connection.fileno())
        while running:
            await asyncio.wait(running)

    over = None
    asyncio.run(main())


class _Queue:
    def __init__(self):
        self.waiting = deque()  # (number, function, args, kwargs)


class _Worker:
    def __init__(self, pool, queue):
        self.queue = queue
        self.connection, theirs = get_context().Pipe()
        self.process = get_context().Process(
            target=_work, daemon=True,
            args=(theirs, pool.initializer, pool.initargs, pool.loop_initializer, pool.exception_handler))
        self.process.start()
        theirs.close()
        self.tasks = set()
        self.taken = 0
        self.dismissed = False


class PoolResult:
    """The results of a map: awaited, a list; `async for`, one after the other."""

    def __init__(self, pool, task_ids):
        self.pool = pool
        self.task_ids = task_ids

    def __await__(self):
        return self.results().__await__()

    async def results(self):
        """All results."""
        return await self.pool.results(self.task_ids)

    def __aiter__(self):
        return self.results_generator()

    async def results_generator(self):
        for task_id in self.task_ids:
            yield (await self.pool.results([task_id]))[0]


class Pool:
    """Processes that run coroutines: `async with Pool() as pool: await pool.map(coroutine_function, items)`."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=MAX_TASKS_PER_CHILD,
                 childconcurrency=CHILD_CONCURRENCY, queuecount=None, scheduler=None, loop_initializer=None,
                 exception_handler=None):
        self.process_count = max(1, processes or os.cpu_count() or 2)
        self.queue_count = max(1, queuecount or 1)
        if self.queue_count > self.process_count:
            raise ValueError("queue count must be <= process count")
        self.initializer = initializer
        self.initargs = tuple(initargs)
        self.loop_initializer = loop_initializer
        self.exception_handler = exception_handler
        self.maxtasksperchild = max(MAX_TASKS_PER_CHILD, maxtasksperchild)
        self.childconcurrency = max(1, childconcurrency)
        self.scheduler = scheduler or RoundRobin()
        self.running = True
        self.queues = {}
        self.processes = {}  # Process: the number of its queue
        self._workers = []
        self._results = {}   # number: future
        self._numbers = itertools.count(1)
        self._loop = None

    async def __aenter__(self):
        self._begin()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.terminate()
        await self.join()

    def _begin(self):
        if self._loop is not None:
            return
        self._loop = asyncio.get_running_loop()
        qids = []
        for _ in range(self.queue_count):
            queue = _Queue()
            qid = self.scheduler.register_queue(queue)
            self.queues[qid] = queue
            qids.append(qid)
        for index in range(self.process_count):
            self._hire(qids[index % self.queue_count])

    def _hire(self, qid):
        worker = _Worker(self, qid)
        self._workers.append(worker)
        self.processes[worker.process] = qid
        self.scheduler.register_process(qid)
        self._loop.add_reader(worker.connection.fileno(), self._arrived, worker)
        self._give_out(worker)

    def _give_out(self, worker):
        waiting = self.queues[worker.queue].waiting
        most = self.maxtasksperchild
        while waiting and len(worker.tasks) < self.childconcurrency and not (most and worker.taken >= most):
            task = waiting.popleft()
            worker.tasks.add(task[0])
            worker.taken += 1
            try:
                worker.connection.send(task)
            except Exception as e:
                worker.tasks.discard(task[0])
                self._settle(task[0], None, e)
        spent = most and worker.taken >= most and not worker.tasks
        if not worker.dismissed and (spent or not (self.running or waiting or worker.tasks)):
            worker.dismissed = True
            try:
                worker.connection.send(None)
            except OSError:
                pass

    def _arrived(self, worker):
        try:
            while worker.connection.poll():
                number, result, text = worker.connection.recv()
                worker.tasks.discard(number)
                self._settle(number, result, text and ProxyException(text))
        except (EOFError, OSError):
            self._bury(worker)
        else:
            self._give_out(worker)

    def _settle(self, number, result, exception):
        self.scheduler.complete_task(number)
        future = self._results[number]
        if not future.done():
            future.set_exception(exception) if exception else future.set_result(result)

    def _bury(self, worker):
        if worker not in self._workers:
            return
        self._loop.remove_reader(worker.connection.fileno())
        worker.connection.close()
        worker.process.join()
        self._workers.remove(worker)
        del self.processes[worker.process]
        for number in worker.tasks:
            self._settle(number, None, ProxyException(
                f"the process of this task ended with exit code {worker.process.exitcode}"))
        if self.running or self.queues[worker.queue].waiting:
            self._hire(worker.queue)

    def queue_work(self, func, args, kwargs):
        """Put a call in a queue; its number, for results()."""
        if not self.running:
            raise RuntimeError("pool is closed")
        self._begin()
        number = next(self._numbers)
        self._results[number] = self._loop.create_future()
        qid = self.scheduler.schedule_task(number, func, args, kwargs)
        self.queues[qid].waiting.append((number, func, args, kwargs))
        for worker in sorted((w for w in self._workers if w.queue == qid), key=lambda w: len(w.tasks)):
            self._give_out(worker)
        return number

    async def results(self, tids):
        """The results of these calls, in order."""
        futures = [self._results[tid] for tid in tids]
        try:
            return [await future for future in futures]
        finally:
            for tid in tids:
                self._results.pop(tid, None)

    async def apply(self, func, args=None, kwds=None):
        """One call."""
        if not self.running:
            raise RuntimeError("pool is closed")
        tid = self.queue_work(func, tuple(args or ()), dict(kwds or {}))
        return (await self.results([tid]))[0]

    def map(self, func, iterable):
        """One call for each item."""
        if not self.running:
            raise RuntimeError("pool is closed")
        return PoolResult(self, [self.queue_work(func, (item,), {}) for item in iterable])

    def starmap(self, func, iterable):
        """One call for each tuple of arguments."""
        if not self.running:
            raise RuntimeError("pool is closed")
        return PoolResult(self, [self.queue_work(func, tuple(args), {}) for args in iterable])

    def close(self):
        """No more calls; those under way go on."""
        self.running = False
        for worker in list(self._workers):
            self._give_out(worker)

    def terminate(self):
        """End the processes now."""
        self.running = False
        for queue in self.queues.values():
            queue.waiting.clear()
        for worker in self._workers:
            worker.process.terminate()

    async def join(self):
        """Wait until all processes have ended, after close() or terminate()."""
        if self.running:
            raise RuntimeError("pool is still open")
        while self._workers:
            worker = self._workers[0]
            await self._loop.run_in_executor(None, worker.process.join)
            if worker in self._workers:
                self._arrived(worker)
