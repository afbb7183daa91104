"""What threads, tasks and processes cost: a line a figure, tab-separated. Runs on CPython and on gilbox.

python concurrency.py threads|asyncio|processes. Every figure is the best of several rounds, after a warm-up round.
"""
import asyncio
import multiprocessing
import queue
import sys
import threading
import time

clock = time.perf_counter


def tell(figure, value, unit):
    print(figure, value, unit, sep="\t", flush=True)


def best(measure, rounds=4, pick=min):
    measure()
    return pick(measure() for _ in range(rounds))


def each(count, scale, body):
    """Seconds of body(), per one of `count`, times `scale`."""
    began = clock()
    body()
    return (clock() - began) / count * scale


def nothing():
    pass


def add_up(n):
    total = 0
    for i in range(n):
        total += i & 7
    return total


# ---- threads ----------------------------------------------------------------------------------------------------


def start_and_join(count=200):
    def body():
        for _ in range(count):
            thread = threading.Thread(target=nothing)
            thread.start()
            thread.join()

    return each(count, 1e6, body)


def free_lock(count=100_000):
    lock = threading.Lock()

    def body():
        for _ in range(count):
            with lock:
                pass

    return each(count, 1e9, body)


def echo(source, target):
    while (item := source.get()) is not None:
        target.put(item)


def round_trips(make_queue, count):
    there, back = make_queue(), make_queue()
    partner = threading.Thread(target=echo, args=(there, back))
    partner.start()

    def body():
        for i in range(count):
            there.put(i)
            back.get()

    took = each(count, 1e6, body)
    there.put(None)
    partner.join()
    return took


def two_busy(n=1_000_000):
    one_after_the_other = each(1, 1, lambda: (add_up(n), add_up(n)))
    threads = [threading.Thread(target=add_up, args=(n,)) for _ in range(2)]

    def body():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return one_after_the_other / each(1, 1, body)


def measure_threads():
    tell("thread start + join", best(start_and_join), "us")
    tell("uncontended lock", best(free_lock), "ns")
    tell("queue.Queue round trip", best(lambda: round_trips(queue.Queue, 2000)), "us")
    tell("queue.SimpleQueue round trip", best(lambda: round_trips(queue.SimpleQueue, 2000)), "us")
    tell("2 busy threads against one after the other", best(two_busy, 3, max), "x")


# ---- asyncio ----------------------------------------------------------------------------------------------------


def turns(count=30_000):
    async def main():
        began = clock()
        for _ in range(count):
            await asyncio.sleep(0)
        return (clock() - began) / count * 1e9

    return asyncio.run(main())


def task_round_trips(count=5000):
    async def main():
        there, back = asyncio.Queue(), asyncio.Queue()

        async def partner():
            while (item := await there.get()) is not None:
                await back.put(item)

        task = asyncio.create_task(partner())
        began = clock()
        for i in range(count):
            await there.put(i)
            await back.get()
        took = (clock() - began) / count * 1e6
        await there.put(None)
        await task
        return took

    return asyncio.run(main())


def many_tasks(count=20_000):
    async def one():
        await asyncio.sleep(0)

    async def main():
        began = clock()
        await asyncio.gather(*[one() for _ in range(count)])
        return (clock() - began) / count * 1e6

    return asyncio.run(main())


def measure_asyncio():
    tell("asyncio.sleep(0)", best(turns), "ns")
    tell("asyncio.Queue round trip", best(task_round_trips), "us")
    tell("gather of 20,000 tasks, each", best(many_tasks, 2), "us")


# ---- processes --------------------------------------------------------------------------------------------------


def pipe_echo(connection):
    while (item := connection.recv()) is not None:
        connection.send(item)


def process_start(context, count=4):
    def body():
        for _ in range(count):
            process = context.Process(target=nothing)
            process.start()
            process.join()

    return each(count, 1e3, body)


def with_partner(context, function, ends, measure):
    process = context.Process(target=function, args=ends)
    process.start()
    try:
        return measure()
    finally:
        process.join()


def process_queue(context, count=1000):
    there, back = context.Queue(), context.Queue()

    def measure():
        def body():
            for i in range(count):
                there.put(i)
                back.get()

        there.put(0)
        back.get()
        took = min(each(count, 1e6, body) for _ in range(3))
        there.put(None)
        return took

    return with_partner(context, echo, (there, back), measure)


def process_pipe(context, count=2000, megabytes=30):
    here, there = context.Pipe()

    def measure():
        def small():
            for i in range(count):
                here.send(i)
                here.recv()

        data = b"x" * 1_000_000

        def large():
            for _ in range(megabytes):
                here.send(data)
                here.recv()

        small()
        trip = min(each(count, 1e6, small) for _ in range(3))
        rate = max(2 / each(megabytes, 1, large) for _ in range(3))
        here.send(None)
        return trip, rate

    return with_partner(context, pipe_echo, (there,), measure)


def pool_of_two(context, n=1_000_000):
    with context.Pool(2) as pool:
        pool.map(add_up, [n, n])
        beside = min(each(1, 1, lambda: pool.map(add_up, [n, n])) for _ in range(3))
    return min(each(1, 1, lambda: (add_up(n), add_up(n))) for _ in range(3)) / beside


def measure_processes():
    context = multiprocessing.get_context("spawn")
    process_start(context, 1)
    tell("process start + join (spawn)", process_start(context), "ms")
    tell("multiprocessing.Queue round trip", process_queue(context), "us")
    trip, rate = process_pipe(context)
    tell("multiprocessing.Pipe round trip", trip, "us")
    tell("multiprocessing.Pipe, 1 MB messages", rate, "MB/s")
    tell("pool of 2 against one after the other", pool_of_two(context), "x")


if __name__ == "__main__":
    for part in sys.argv[1:] or ("threads", "asyncio", "processes"):
        {"threads": measure_threads, "asyncio": measure_asyncio, "processes": measure_processes}[part]()
