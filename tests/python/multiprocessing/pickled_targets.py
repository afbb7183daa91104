# What can be a target and an argument: bound methods, partials, class methods, instances, callables; what cannot.
# needs: processes
import functools
import multiprocessing
from dataclasses import dataclass
from enum import Enum

context = multiprocessing.get_context("spawn")


class Colour(Enum):
    RED = 1


@dataclass(frozen=True)
class Point:
    x: int
    y: int


class Machine:
    def __init__(self, gain):
        self.gain = gain

    def run(self, q, n):
        q.put((self.gain * n, self.gain))

    @classmethod
    def make(cls, q):
        q.put(cls.__name__)

    @staticmethod
    def fixed(q):
        q.put("static")

    def __call__(self, q):
        q.put(("called", self.gain))


def echo(q, *args, **kwargs):
    q.put((args, kwargs))


if __name__ == "__main__":
    q = context.SimpleQueue()
    m = Machine(3)
    targets = [
        (m.run, (q, 5), {}), (Machine.make, (q,), {}), (Machine.fixed, (q,), {}), (m, (q,), {}),
        (functools.partial(echo, q, 1, key=2), (3,), {"more": 4}),
        (echo, (q, Colour.RED, Point(1, 2), {3: {4}}), {"b": b"x", "r": range(3)}),
    ]
    for target, args, kwargs in targets:
        p = context.Process(target=target, args=args, kwargs=kwargs)
        p.start()
        print(q.get(), p.join(), p.exitcode)
    for bad in (lambda: 1, (n for n in ())):
        p = context.Process(target=echo, args=(q, bad))
        try:
            p.start()
        except Exception as e:
            print(type(e).__name__)
