# Pools that end in each way: with, close and join, terminate; and what they refuse afterwards.
# needs: processes
import multiprocessing
import time

context = multiprocessing.get_context("spawn")


def double(n):
    return 2 * n


def slow(n):
    time.sleep(1000)


if __name__ == "__main__":
    with context.Pool(2) as pool:
        print(pool.map(double, range(5)))
        result = pool.apply_async(slow, (1,))
    for call in (lambda: pool.map(double, [1]), lambda: pool.apply_async(double, (1,)), pool.__enter__):
        try:
            call()
        except ValueError as e:
            print(e)
    pool.join()
    print(result.ready())
    pool = context.Pool(2)
    try:
        pool.join()
    except ValueError as e:
        print(e)
    late = [pool.apply_async(double, (n,)) for n in range(6)]
    pool.close()
    try:
        pool.apply(double, (1,))
    except ValueError as e:
        print(e)
    pool.join()
    print([r.get() for r in late], all(r.successful() for r in late))
    for arguments in ((0,), (-1,)):
        try:
            context.Pool(*arguments)
        except ValueError as e:
            print(e)
    try:
        context.Pool(1, initializer=3)
    except TypeError as e:
        print(e)
