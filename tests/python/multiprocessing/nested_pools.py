# Children of children: a child that is no daemon may have a pool of its own, a pool's worker may not have children.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def square(n):
    return n * n


def with_pool(q):
    with context.Pool(2) as pool:
        q.put(pool.map(square, range(5)))


def tries(_):
    try:
        context.Process(target=square, args=(1,)).start()
    except AssertionError as e:
        return str(e)


def deep(q, level):
    if level:
        p = context.Process(target=deep, args=(q, level - 1))
        p.start()
        p.join()
        q.put((level, p.exitcode))
    else:
        raise SystemExit(5)


if __name__ == "__main__":
    q = context.Queue()
    p = context.Process(target=with_pool, args=(q,))
    p.start()
    print(q.get(), p.join(), p.exitcode)
    with context.Pool(1) as pool:
        print(pool.map(tries, [0]))
    p = context.Process(target=deep, args=(q, 3))
    p.start()
    p.join()
    print([q.get() for _ in range(3)], p.exitcode)
