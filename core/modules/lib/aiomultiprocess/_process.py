"""One coroutine in a process of its own."""

import asyncio
import multiprocessing

_context = multiprocessing.get_context("spawn")


def get_context():
    """The multiprocessing context that all processes of the package are started with."""
    return _context


def set_context(method=None):
    global _context
    _context = multiprocessing.get_context(method)


set_start_method = set_context


def _run(target, args, kwargs, initializer, initargs, loop_initializer, answer):
    # In the child.
    if loop_initializer is not None:
        asyncio.set_event_loop(loop_initializer())
    if initializer is not None:
        initializer(*initargs)

    async def main():
        return await target(*args, **kwargs)

    try:
        result = asyncio.run(main())
    except BaseException as e:
        if answer is not None:
            answer.send(e)
        raise
    if answer is not None:
        answer.send(result)


class Process:
    """A coroutine function that runs in a process; join() is awaited."""

    _with_answer = False

    def __init__(self, group=None, target=None, name=None, args=None, kwargs=None, *, daemon=None, initializer=None,
                 initargs=(), loop_initializer=None, process_target=None):
        if target is not None and not asyncio.iscoroutinefunction(target):
            raise ValueError("target must be coroutine function")
        if initializer is not None and asyncio.iscoroutinefunction(initializer):
            raise ValueError("initializer must be synchronous function")
        if loop_initializer is not None and asyncio.iscoroutinefunction(loop_initializer):
            raise ValueError("loop_initializer must be synchronous function")
        self._answer, theirs = _context.Pipe(duplex=False) if self._with_answer else (None, None)
        self._theirs = theirs
        self.aio_process = _context.Process(
            group=group, target=process_target or _run, name=name, daemon=daemon,
            args=(target or self.run, tuple(args or ()), dict(kwargs or {}), initializer, tuple(initargs),
                  loop_initializer, theirs))

    async def run(self):
        """What runs when no target is given."""
        raise NotImplementedError()

    def __getstate__(self):
        return {}  # a subclass's run() travels without the process around it

    def start(self):
        """Start the child process."""
        self.aio_process.start()
        if self._theirs is not None:
            self._theirs.close()
            self._theirs = None

    async def join(self, timeout=None):
        """Wait until the child has ended."""
        if not self.is_alive() and self.exitcode is None:
            raise ValueError("must start process before joining it")
        await _until_end(self.aio_process, timeout)

    def __await__(self):
        return self._ended().__await__()

    async def _ended(self):
        if not self.is_alive() and self.exitcode is None:
            self.start()
        return await self.join()

    @property
    def name(self):
        return self.aio_process.name

    def is_alive(self):
        return self.aio_process.is_alive()

    @property
    def daemon(self):
        return self.aio_process.daemon

    @daemon.setter
    def daemon(self, value):
        self.aio_process.daemon = value

    @property
    def pid(self):
        return self.aio_process.pid

    @property
    def exitcode(self):
        return self.aio_process.exitcode

    def terminate(self):
        self.aio_process.terminate()

    def kill(self):
        self.aio_process.kill()

    def close(self):
        self.aio_process.close()


async def _until_end(process, timeout):
    # join() releases the GIL while it waits: a thread of the loop's executor can do it.
    loop = asyncio.get_running_loop()
    await asyncio.wait_for(loop.run_in_executor(None, process.join), timeout)


class Worker(Process):
    """A process whose coroutine's result comes back: join() returns it."""

    _with_answer = True
    _done = False

    async def join(self, timeout=None):
        """Wait for the child; the coroutine's result."""
        if not self.is_alive() and self.exitcode is None:
            raise ValueError("must start process before joining it")
        loop = asyncio.get_running_loop()
        if not self._done:
            try:
                # Before the end: a large result would keep the child from ending.
                self._result = await asyncio.wait_for(loop.run_in_executor(None, self._answer.recv), timeout)
            except EOFError:
                self._result = None
            self._done = True
        await _until_end(self.aio_process, timeout)
        return self._result

    @property
    def result(self):
        """What the coroutine returned, or the exception that ended it."""
        if not self._done:
            if self.exitcode is None:
                raise ValueError("coroutine not completed")
            try:
                self._result = self._answer.recv()
            except EOFError:
                self._result = None
            self._done = True
        return self._result
