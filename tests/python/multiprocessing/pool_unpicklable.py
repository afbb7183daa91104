# Results that cannot be pickled, exceptions with causes, and a worker's traceback as text.
# needs: processes
import multiprocessing
from multiprocessing.pool import MaybeEncodingError

context = multiprocessing.get_context("spawn")


def makes_lambda(n):
    return lambda: n


def makes_generator(n):
    return (i for i in range(n))


class Strange(Exception):
    def __init__(self, a, b):
        super().__init__("one text")


class Local:
    def __reduce__(self):
        raise RuntimeError("not me")


def returns_local(n):
    return Local()


def raises_chained(n):
    try:
        {}[n]
    except KeyError as e:
        raise ValueError("bad", n) from e


if __name__ == "__main__":
    with context.Pool(1) as pool:
        for function in (makes_lambda, makes_generator, returns_local):
            try:
                pool.apply(function, (3,))
            except MaybeEncodingError as e:
                print(function.__name__, type(e).__name__, e.exc, str(e).split(":")[0])
        try:
            pool.apply(raises_chained, (3,))
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
            text = str(e.__cause__)
            print("KeyError: 3" in text, "raises_chained" in text, "direct cause" in text)
        print("the worker lives", pool.apply(abs, (-3,)))
