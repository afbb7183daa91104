"""Starting a child: what it needs travels down a pipe that is its descriptor 3."""

import _process
from _pickle import dumps
from multiprocessing import context, spawn

__all__ = ["Popen"]

FIRST_INHERITED = 4  # descriptors 0 to 2 are the standard streams, 3 is the child's instructions


class Popen:
    method = "spawn"

    def __init__(self, process_obj):
        data = spawn.get_preparation_data(process_obj._name)
        self.returncode = None
        self._inherited = []  # (child's number, ours)
        # Semaphores and memory live as long as somebody has them open: until the child does, we must.
        self._kept = (process_obj._target, process_obj._args, process_obj._kwargs) \
            if hasattr(process_obj, "_args") else None
        context.set_spawning_popen(self)
        try:
            message = dumps((data, dumps(process_obj)))
        finally:
            context.set_spawning_popen(None)
        reader, writer = _process.pipe()
        try:
            self.pid = _process.spawn(
                "python", ["--multiprocessing-child"], [(0, 0), (1, 1), (2, 2), (3, reader), *self._inherited])
        except BaseException:
            _process.close(writer)
            raise
        finally:
            _process.close(reader)
        self.sentinel = self.pid
        instructions = _process.Connection(-1, writer)
        try:
            instructions.send_bytes(message)
        except OSError:
            pass  # it died already: its exit code says so
        finally:
            instructions.close()

    def duplicate_for_child(self, descriptor):
        """The number under which the child will have our descriptor."""
        number = FIRST_INHERITED + len(self._inherited)
        self._inherited.append((number, descriptor))
        return number

    def poll(self):
        return self.wait(0)

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None and timeout < 0:
                timeout = 0
            try:
                self.returncode = _process.wait(self.pid, timeout)
            except ChildProcessError:
                # Another thread has had the answer, and is about to write it down.
                while self.returncode is None:
                    _process.wait_any([], 0.001)
            if self.returncode is not None:
                self._kept = None
        return self.returncode

    def signal(self, number):
        if self.returncode is None:
            try:
                _process.kill(self.pid, number)
            except ProcessLookupError:
                pass

    def close(self):
        self._kept = None
