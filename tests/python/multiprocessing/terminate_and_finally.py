# terminate() and kill() run no finally and no atexit; a handler for SIGTERM changes that, one for SIGKILL cannot be.
# needs: processes
import atexit
import multiprocessing
import signal
import sys
import time

context = multiprocessing.get_context("spawn")


def holds_on(ready, with_handler):
    if with_handler:
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(40 + number))
    atexit.register(print, "atexit ran", flush=True)
    try:
        ready.set()
        while True:
            time.sleep(0.01)
    finally:
        print("finally ran", flush=True)


def interrupted(ready):
    try:
        ready.set()
        while True:
            time.sleep(0.01)
    except KeyboardInterrupt:
        print("KeyboardInterrupt in the child", flush=True)


def ignores(ready, go):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    go.wait()
    print("still here", signal.getsignal(signal.SIGTERM) is signal.SIG_IGN, flush=True)


def run(target, *args, how):
    ready = context.Event()
    p = context.Process(target=target, args=(ready, *args))
    p.start()
    ready.wait()
    how(p)
    p.join()
    print(target.__name__, args if not args or isinstance(args[0], bool) else "", "exit code", p.exitcode, flush=True)


if __name__ == "__main__":
    import os
    run(holds_on, False, how=lambda p: p.terminate())
    run(holds_on, False, how=lambda p: p.kill())
    run(holds_on, True, how=lambda p: p.terminate())
    run(holds_on, True, how=lambda p: p.kill())
    run(interrupted, how=lambda p: os.kill(p.pid, signal.SIGINT))
    go = context.Event()

    def twice(p):
        p.terminate()
        p.join(0.05)
        print("alive after terminate", p.is_alive(), flush=True)
        go.set()

    run(ignores, go, how=twice)
    try:
        os.kill(99999999, signal.SIGTERM)
    except ProcessLookupError as e:
        print(type(e).__name__, e.errno)
