# Processes as classes: run() overridden, attributes travel to the child and do not come back.
# needs: processes
import multiprocessing
from multiprocessing import current_process, parent_process

context = multiprocessing.get_context("spawn")


class Counter(context.Process):
    def __init__(self, start, connection):
        super().__init__(name=f"counter from {start}")
        self.number = start
        self.connection = connection

    def run(self):
        self.number += 1
        me = current_process()
        self.connection.send((self.number, me.name, me is self, me.daemon, me.exitcode, me.is_alive()))
        self.connection.send((parent_process().name, parent_process().is_alive(), parent_process().pid == self._parent_pid))
        self.connection.close()


class Early(context.Process):
    def run(self):
        raise SystemExit(len(self._args) + len(self._kwargs))


if __name__ == "__main__":
    here, there = context.Pipe()
    p = Counter(5, there)
    p.start()
    there.close()
    print(here.recv(), here.recv())
    p.join()
    print(p.number, p.exitcode, p.name)
    print(parent_process(), current_process().name, current_process().daemon, multiprocessing.parent_process())
    e = Early(args=(1, 2), kwargs={"three": 3})
    e.start()
    e.join()
    print(e.exitcode)
    print(isinstance(p, multiprocessing.process.BaseProcess), isinstance(p, multiprocessing.Process))
