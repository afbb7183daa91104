# The examples of the reference's page on coroutines and tasks.
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def one_after_another():
    await say_after(0.01, "hello")
    await say_after(0.01, "world")


async def with_tasks():
    task1 = asyncio.create_task(say_after(0.02, "hello"))
    task2 = asyncio.create_task(say_after(0.04, "world"))
    await task1
    await task2


async def with_a_group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(say_after(0.02, "hello"))
        tg.create_task(say_after(0.04, "world"))
    print("both ended")


class TerminateTaskGroup(Exception):
    """Raised to end a group."""


async def ending_a_group():
    async def force():
        raise TerminateTaskGroup()

    async def job(name, seconds):
        print(f"{name}: start")
        await asyncio.sleep(seconds)
        print(f"{name}: done")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1, 0.01))
            group.create_task(job(2, 5))
            await asyncio.sleep(0.1)
            group.create_task(force())
    except* TerminateTaskGroup:
        print("ended")


async def factorials():
    async def factorial(name, number):
        f = 1
        for i in range(2, number + 1):
            print(f"Task {name}: factorial({number}), currently i={i}")
            await asyncio.sleep(0.001 * ord(name))
            f *= i
        return f

    print(await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4)))


async def timeouts():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(3600)
    except TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(asyncio.get_running_loop().time() + 0.01)
            await asyncio.sleep(3600)
    except TimeoutError:
        print("timed out", cm.expired())
    try:
        await asyncio.wait_for(asyncio.sleep(3600), timeout=0.01)
    except TimeoutError:
        print("timeout!")


async def waiting():
    foo = asyncio.create_task(asyncio.sleep(0.01, "foo"))
    done, pending = await asyncio.wait({foo})
    print(foo in done, pending)
    slow = asyncio.create_task(asyncio.sleep(3600))
    done, pending = await asyncio.wait({slow, foo}, return_when=asyncio.FIRST_COMPLETED)
    print(done == {foo}, pending == {slow})
    slow.cancel()


async def cancelling():
    async def cancel_me():
        print("cancel_me(): before sleep")
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("cancel_me(): cancel sleep")
            raise
        finally:
            print("cancel_me(): after sleep")

    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main(): cancel_me is cancelled now")


for each in (one_after_another, with_tasks, with_a_group, ending_a_group, factorials, timeouts, waiting, cancelling):
    print("--", each.__name__)
    asyncio.run(each())
