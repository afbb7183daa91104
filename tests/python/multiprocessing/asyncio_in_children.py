# Each child has an event loop of its own; a loop here can wait for children through threads and executors.
# needs: processes
import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

context = multiprocessing.get_context("spawn")


async def numbers(n):
    async def one(k):
        await asyncio.sleep(0.001 * (n - k))
        return k
    return await asyncio.gather(*(one(k) for k in range(n)))


def child(q, n):
    q.put(asyncio.run(numbers(n)))


def square(n):
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        rows = await asyncio.gather(*(loop.run_in_executor(executor, square, n) for n in range(6)))
        print(rows)
        try:
            await loop.run_in_executor(executor, square, "x")
        except TypeError as e:
            print(e)
    q = context.Queue()
    p = context.Process(target=child, args=(q, 3))
    p.start()
    print(await asyncio.to_thread(q.get), await asyncio.to_thread(p.join), p.exitcode)


if __name__ == "__main__":
    asyncio.run(main())
