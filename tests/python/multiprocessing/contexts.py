# Contexts and start methods: what can be named, set once, and used side by side.
# needs: processes
import multiprocessing
from multiprocessing import get_context


def refuses(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, "->", type(e).__name__, e)


def tells(q):
    q.put((multiprocessing.current_process().name.split("-")[0], multiprocessing.get_start_method(allow_none=True)))


if __name__ == "__main__":
    print(multiprocessing.get_start_method(allow_none=True))
    refuses("a strange one", lambda: get_context("teleport"))
    multiprocessing.set_start_method("spawn")
    print(multiprocessing.get_start_method())
    refuses("twice", lambda: multiprocessing.set_start_method("spawn"))
    multiprocessing.set_start_method("spawn", force=True)
    spawn = get_context("spawn")
    print(spawn.get_start_method(), get_context() is spawn, type(spawn).__name__)
    refuses("a context's own", lambda: spawn.set_start_method("spawn"))
    for name in ("spawn", "forkserver"):
        context = get_context(name)
        q = context.Queue()
        p = context.Process(target=tells, args=(q,))
        p.start()
        print(name, type(p).__name__, q.get()[0], p.name.split("-")[0])
        p.join()
    print("spawn" in multiprocessing.get_all_start_methods())
    print(multiprocessing.cpu_count() >= 1, spawn.cpu_count() == multiprocessing.cpu_count())
    print(issubclass(multiprocessing.TimeoutError, multiprocessing.ProcessError),
          issubclass(multiprocessing.BufferTooShort, multiprocessing.ProcessError),
          issubclass(multiprocessing.AuthenticationError, multiprocessing.ProcessError))
