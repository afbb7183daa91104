# The life of a Process object: what it says before, during and after, and what may be done when.
# needs: processes
import multiprocessing
from multiprocessing import Process


def wait_for(event):
    event.wait()


def refuses(what, call):
    try:
        call()
    except (AssertionError, ValueError, TypeError) as e:
        print(what, "->", type(e).__name__, str(e).replace("\n", " "))


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    go = multiprocessing.Event()
    p = Process(target=wait_for, args=(go,), name="patient")
    print(p.name, p.daemon, p.pid, p.ident, p.exitcode, p.is_alive(), p._identity)
    refuses("join before start", p.join)
    refuses("sentinel before start", lambda: p.sentinel)
    p.start()
    print(p.is_alive(), p.exitcode, p.pid == p.ident, isinstance(p.sentinel, int))
    print(multiprocessing.active_children() == [p])
    refuses("start twice", p.start)
    refuses("close while it runs", p.close)
    refuses("daemon while it runs", lambda: setattr(p, "daemon", True))
    p.join(0.01)
    print("after a short join", p.exitcode)
    go.set()
    p.join()
    print(p.exitcode, p.is_alive(), multiprocessing.active_children())
    p.join()
    refuses("start after the end", p.start)
    print(repr(p).replace(str(p.pid), "PID").replace(str(multiprocessing.current_process().pid), "PARENT"))
    p.close()
    for name in ("is_alive", "join", "terminate", "kill", "start"):
        refuses(name + " after close", getattr(p, name))
    refuses("exitcode after close", lambda: p.exitcode)
    refuses("pid after close", lambda: p.pid)
    refuses("a name must be a text", lambda: setattr(p, "name", 3))
    refuses("a group", lambda: Process(group=1))
    q = Process(target=print, args=(1,), kwargs={"end": ""})
    print(q.name, repr(q).split(" ")[0], q)if False else print(q.name, q._identity)
    q.name = "renamed"
    q.daemon = True
    print(q.name, q.daemon)
