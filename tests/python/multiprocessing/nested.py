# Children of children: a process that is no daemon may start a pool; a daemon may have no children.
# needs: processes
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import current_process, parent_process

context = multiprocessing.get_context("spawn")


def square(n):
    return n * n


def with_pool(queue, n):
    with context.Pool(2) as pool:
        queue.put((n, pool.map(square, range(n)), current_process()._identity))


def with_executor(n):
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        return sum(pool.map(square, range(n)))


def tries_children():
    try:
        context.Process(target=square, args=(1,)).start()
    except AssertionError as e:
        return str(e)


def generations(queue, left):
    queue.put((left, current_process().name, parent_process().name))
    if left:
        child = context.Process(target=generations, args=(queue, left - 1))
        child.start()
        child.join()
        queue.put((left, "child ended with", child.exitcode))


if __name__ == "__main__":
    queue = context.Queue()
    children = [context.Process(target=with_pool, args=(queue, n)) for n in (3, 4)]
    for child in children:
        child.start()
    for result in sorted(queue.get() for _ in children):
        print(result)
    for child in children:
        child.join()
    with context.Pool(1) as pool:
        print(pool.apply(tries_children))
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        print(pool.submit(with_executor, 5).result())
    first = context.Process(target=generations, args=(queue, 2))
    first.start()
    first.join()
    for _ in range(5):
        print(queue.get())
