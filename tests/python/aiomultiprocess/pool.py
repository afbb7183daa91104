# differs: aiomultiprocess is a package of its own, not in CPython's library.
# needs: processes
import asyncio
import os

from aiomultiprocess import Pool, ProxyException, RoundRobin

word = None


def prepare(text):
    global word
    word = text


async def square(n):
    await asyncio.sleep(0.01)
    return n * n


async def add(a, b=0, *, c=0):
    return a + b + c


async def pid(n):
    await asyncio.sleep(0.05)
    return os.getpid()


async def told():
    return word


async def fail(n):
    raise ValueError("not", n)


async def dies():
    os._exit(3)


class Last(RoundRobin):
    def schedule_task(self, task_id, func, args, kwargs):
        return self.qids[-1]


async def main():
    async with Pool(2, prepare, ("ready",)) as pool:
        print(await pool.map(square, range(8)))
        print([n async for n in pool.map(square, range(4))])
        print(await pool.starmap(add, [(1,), (1, 2)]), await pool.apply(add, (1, 2), {"c": 3}))
        print(await pool.apply(told))
        print("two processes at once", len(set(await pool.map(pid, range(20)))))
        try:
            await pool.apply(fail, (3,))
        except ProxyException as e:
            print(type(e).__name__, str(e).splitlines()[-1])
        try:
            await pool.apply(dies)
        except ProxyException as e:
            print(e)
        print("goes on", await pool.apply(square, (5,)))
        pool.close()
        try:
            pool.map(square, [1])
        except RuntimeError as e:
            print(e)
        await pool.join()
    async with Pool(1, maxtasksperchild=2, childconcurrency=1) as pool:
        print("processes of two tasks", len(set(await pool.map(pid, range(4)))))
    async with Pool(2, queuecount=2, scheduler=Last()) as pool:
        print("one queue has all", len(set(await pool.map(pid, range(4)))))
    try:
        Pool(1, queuecount=2)
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    asyncio.run(main())
