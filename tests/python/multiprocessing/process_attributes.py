# What a Process tells of itself before, while and after it runs.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def wait(connection):
    connection.recv()


if __name__ == "__main__":
    here, there = context.Pipe()
    p = context.Process(target=wait, args=(there,), name="worker bee")
    print(p.name, p.pid, p.ident, p.exitcode, p.is_alive(), p.daemon)
    print(repr(p).replace(str(multiprocessing.current_process().pid), "PID"))
    try:
        p.sentinel
    except ValueError as e:
        print(e)
    try:
        p.join()
    except AssertionError as e:
        print(e)
    p.name = "drone"
    p.daemon = True
    p.start()
    print(p.name, p.pid == p.ident, isinstance(p.pid, int), p.exitcode, p.is_alive())
    for call in (p.start, lambda: setattr(p, "daemon", False), p.close):
        try:
            call()
        except (AssertionError, ValueError) as e:
            print(type(e).__name__, e)
    print(p in multiprocessing.active_children())
    print(p.join(0.01), p.exitcode)
    here.send(0)
    p.join()
    print(p.exitcode, p.is_alive(), p in multiprocessing.active_children())
    p.close()
    for call in (p.is_alive, lambda: p.exitcode, p.join, p.terminate, lambda: p.pid):
        try:
            print(call())
        except ValueError as e:
            print(e)
    try:
        context.Process(target=wait, group=1)
    except (AssertionError, TypeError) as e:
        print(type(e).__name__)
