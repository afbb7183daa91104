# Queues: order, limits, join, shutdown, waiters that are cancelled, subclasses, what they print.
import asyncio


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        print("put", item)


async def main():
    queue = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(producer(queue, range(4)))
    await asyncio.sleep(0)
    print(queue.qsize(), queue.full(), queue.empty(), queue.maxsize, str(queue))
    for _ in range(4):
        print("got", await queue.get())
    await task
    for call in (queue.get_nowait, lambda: [queue.put_nowait(n) for n in range(3)]):
        try:
            call()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as error:
            print(type(error), error.args)
    print(str(queue))

    print("-- kinds")
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(kind.__name__, [await queue.get() for _ in range(3)], str(queue))

    print("-- join")
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)

    async def consumer():
        while True:
            item = await queue.get()
            await asyncio.sleep(0)
            print("done with", item)
            queue.task_done()

    worker = asyncio.create_task(consumer())
    await queue.join()
    print("joined", str(queue))
    worker.cancel()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)

    print("-- cancelled waiters pass their turn on")
    queue = asyncio.Queue()
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(str(queue))
    queue.put_nowait("x")
    first.cancel()
    print(await second, first.cancelling())
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    first, second = asyncio.create_task(queue.put(1)), asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(str(queue))
    queue.get_nowait()
    first.cancel()
    await second
    print(str(queue), first.cancelled())
    try:
        await asyncio.wait_for(queue.put(3), 0.01)
    except TimeoutError:
        print("timed out", str(queue))

    print("-- shutdown")
    queue = asyncio.Queue(2)
    getter = asyncio.create_task(asyncio.Queue.get(queue))
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    queue.shutdown()
    print(await asyncio.gather(getter, putter, return_exceptions=True), str(queue))
    for _ in range(2):
        try:
            print(await queue.get())
        except asyncio.QueueShutDown as error:
            print(repr(error))
    try:
        queue.put_nowait(1)
    except asyncio.QueueShutDown as error:
        print(repr(error))
    queue = asyncio.Queue()
    queue.put_nowait(1)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await joiner
    print(str(queue))

    print("-- a kind of our own")

    class Unique(asyncio.Queue):
        def _init(self, maxsize):
            self._queue = dict()

        def _put(self, item):
            self._queue[item] = True

        def _get(self):
            return self._queue.popitem()[0]

    queue = Unique()
    for item in "aab":
        await queue.put(item)
    print(queue.qsize(), await queue.get(), await queue.get(), queue.empty())

    class Loud(asyncio.Queue):
        def _put(self, item):
            super()._put(item * 2)

    queue = Loud()
    await queue.put(2)
    print(list(queue._queue), await queue.get(), asyncio.Queue[int], asyncio.iscoroutine(task := queue.get()))
    task.close()


asyncio.run(main())
