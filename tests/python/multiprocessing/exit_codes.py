# How a child ends and what its exit code is then.
# needs: processes
import multiprocessing
import os
import signal
import sys
import threading
import time


def returns():
    return 7


def leaves(code):
    sys.exit(code)


def fails():
    raise ValueError("in the child")


def leaves_at_once(code):
    os._exit(code)


def kills_itself(number):
    os.kill(os.getpid(), number)
    time.sleep(60)


def leaves_a_thread():
    threading.Thread(target=lambda: None).start()


def forever():
    while True:
        pass


def asleep():
    time.sleep(600)


def exit_of(target, *args):
    p = context.Process(target=target, args=args)
    p.start()
    p.join()
    return p.exitcode


context = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    print("returns", exit_of(returns))
    for code in (None, 0, 3, 255, 256 + 5, -1, "a text", True):
        print("sys.exit", repr(code), exit_of(leaves, code))
    print("an exception", exit_of(fails))
    print("os._exit", exit_of(leaves_at_once, 9))
    for name in ("SIGKILL", "SIGTERM", "SIGINT"):
        print(name, exit_of(kills_itself, getattr(signal, name)))
    print("with a thread", exit_of(leaves_a_thread))
    for target in (forever, asleep):
        for method in ("terminate", "kill"):
            p = context.Process(target=target)
            p.start()
            getattr(p, method)()
            p.join()
            print(target.__name__, method, p.exitcode, p.is_alive())
            getattr(p, method)()
