# Chains of tasks and futures far longer than any stack is deep.
import asyncio

COUNT = 20_000


async def follow(future):
    return await future


async def chain():
    first = last = asyncio.get_running_loop().create_future()
    for _ in range(COUNT):
        last = asyncio.create_task(follow(last))
    return first, last


async def a_result_runs_down_the_chain():
    first, last = await chain()
    asyncio.get_running_loop().call_soon(first.set_result, "value")
    print(await last)


async def an_exception_runs_down_the_chain():
    first, last = await chain()
    await asyncio.sleep(0)
    first.set_exception(KeyError("lost"))
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    print(len(tasks))
    await asyncio.wait(tasks)
    print(sum(type(task.exception()) is KeyError for task in tasks))


async def one_cancellation_cancels_a_short_chain():
    first = last = asyncio.get_running_loop().create_future()
    tasks = []
    for _ in range(50):
        last = asyncio.create_task(follow(last))
        tasks.append(last)
    await asyncio.sleep(0)
    print(last.cancel("enough"))
    print({task.cancelling() for task in tasks})
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print({type(result).__name__ for result in results}, first.cancelled())


async def linked_futures_go_without_recursion():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for _ in range(COUNT):
        outer = loop.create_future()
        outer.set_result(future)
        future = outer
    del future, outer
    future = loop.create_future()
    for _ in range(COUNT):
        other = loop.create_future()
        other.add_done_callback(future.set_result)
        future = other
    del future, other
    print("gone")


async def many_at_once():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(COUNT)]
    await asyncio.sleep(0)
    event.set()
    print(sum(await asyncio.gather(*tasks)))
    tasks = [asyncio.create_task(asyncio.sleep(1000)) for _ in range(COUNT)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), all(task.cancelled() for task in done))


for each in (
    a_result_runs_down_the_chain,
    an_exception_runs_down_the_chain,
    one_cancellation_cancels_a_short_chain,
    linked_futures_go_without_recursion,
    many_at_once,
):
    print("--", each.__name__)
    asyncio.run(each())
