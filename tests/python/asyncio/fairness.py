# Tasks take turns in the order in which they became ready; nobody is passed over.
import asyncio


async def counter(name, times, log):
    for n in range(times):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def tasks_take_turns():
    log = []
    await asyncio.gather(*(counter(name, 3, log) for name in "abc"))
    print(" ".join(log))


async def a_lock_is_given_in_the_order_of_asking():
    lock, log = asyncio.Lock(), []

    async def worker(name):
        for _ in range(2):
            async with lock:
                log.append(name)
                await asyncio.sleep(0)

    await asyncio.gather(*map(worker, "abc"))
    print("".join(log))


async def a_semaphore_too():
    semaphore, log = asyncio.Semaphore(2), []

    async def worker(name):
        async with semaphore:
            log.append(f"+{name}")
            await asyncio.sleep(0)
            log.append(f"-{name}")

    await asyncio.gather(*map(worker, "abcd"))
    print(" ".join(log))


async def getters_are_served_first_come_first_served():
    queue, log = asyncio.Queue(), []

    async def get(name):
        log.append((name, await queue.get()))

    tasks = [asyncio.create_task(get(name)) for name in "abc"]
    await asyncio.sleep(0)
    for item in range(3):
        queue.put_nowait(item)
    await asyncio.gather(*tasks)
    print(log)


async def callbacks_of_one_round_run_before_those_they_add():
    loop, log, end = asyncio.get_running_loop(), [], asyncio.Event()

    def second():
        log.append("second")
        end.set()

    def first():
        log.append("first")
        loop.call_soon(second)

    loop.call_soon(first)
    loop.call_soon(log.append, "beside")
    await end.wait()
    print(log)


async def timers_of_one_moment_keep_their_order():
    loop, log = asyncio.get_running_loop(), []
    when = loop.time() + 0.01
    for n in range(5):
        loop.call_at(when + n * 0.001, log.append, n)
    await asyncio.sleep(0.1)
    print(log)


async def a_busy_task_does_not_keep_timers_away():
    fired = asyncio.Event()
    asyncio.get_running_loop().call_later(0.005, fired.set)
    turns = 0
    while not fired.is_set():
        turns += 1
        await asyncio.sleep(0)
    print(turns > 0)


for each in (
    tasks_take_turns,
    a_lock_is_given_in_the_order_of_asking,
    a_semaphore_too,
    getters_are_served_first_come_first_served,
    callbacks_of_one_round_run_before_those_they_add,
    timers_of_one_moment_keep_their_order,
    a_busy_task_does_not_keep_timers_away,
):
    print("--", each.__name__)
    asyncio.run(each())
