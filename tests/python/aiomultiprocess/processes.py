# differs: aiomultiprocess is a package of its own, not in CPython's library.
# needs: processes
import asyncio

from aiomultiprocess import Process, Worker


async def put(queue, item):
    await asyncio.sleep(0)
    queue.put(item)


async def double(n):
    await asyncio.sleep(0.01)
    return 2 * n


async def forever():
    await asyncio.sleep(600)


async def main():
    import multiprocessing
    queue = multiprocessing.get_context("spawn").Queue()
    p = Process(target=put, args=(queue, "from the child"), name="writer")
    print(p.name, p.exitcode)
    p.start()
    await p.join()
    print(queue.get(), p.exitcode, p.is_alive())
    print(await Worker(target=double, args=(21,)))
    workers = [Worker(target=double, args=(n,)) for n in range(3)]
    for w in workers:
        w.start()
    print(await asyncio.gather(*(w.join() for w in workers)), workers[2].result)
    p = Process(target=forever)
    p.start()
    p.terminate()
    await p.join()
    print(p.exitcode)
    p = Process(target=forever)
    p.start()
    try:
        await p.join(timeout=0.05)
    except asyncio.TimeoutError:
        print("not yet")
    p.kill()
    await p.join()
    try:
        Process(target=print)
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    asyncio.run(main())
