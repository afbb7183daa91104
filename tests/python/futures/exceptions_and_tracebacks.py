"""What a task raises is raised again by result(), with the place it came from."""
import traceback
from concurrent.futures import ThreadPoolExecutor


class Special(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def inner(code):
    raise Special(code)


def outer(code):
    inner(code)


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(outer, 7)
    try:
        future.result()
    except Special as e:
        print(e, e.code, e is future.exception())
        names = [frame.name for frame in traceback.extract_tb(e.__traceback__)]
        print(names[0], names[-2:])
    for _ in range(2):
        try:
            future.result()
        except Special as e:
            print("again", e)

    def leave():
        raise SystemExit(3)

    future = pool.submit(leave)
    print(repr(future.exception()))

    def interrupted():
        raise KeyboardInterrupt

    print(repr(pool.submit(interrupted).exception()))
    print(pool.submit(int, "12").result())

    def group():
        raise ExceptionGroup("both", [ValueError(1), TypeError(2)])

    try:
        pool.submit(group).result()
    except* ValueError as g:
        print(g.exceptions)
    except* TypeError as g:
        print(g.exceptions)
