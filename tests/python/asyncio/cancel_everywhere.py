# A property: whichever await of a program is cancelled, its cleanup runs, its lock is free and the task is cancelled.
import asyncio


async def program(state):
    async with state["lock"]:
        state["held"] += 1
        try:
            await asyncio.sleep(0)
            item = await state["queue"].get()
            await asyncio.wait_for(asyncio.sleep(0), 5)
            async with asyncio.timeout(5):
                await state["event"].wait()
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(0))
                group.create_task(asyncio.sleep(0))
            await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
            async with state["semaphore"]:
                await asyncio.sleep(0)
            async with state["condition"]:
                state["condition"].notify_all()
                await asyncio.wait([asyncio.ensure_future(asyncio.sleep(0))])
            return item
        finally:
            state["held"] -= 1


async def attempt(steps):
    state = {
        "lock": asyncio.Lock(),
        "queue": asyncio.Queue(),
        "event": asyncio.Event(),
        "semaphore": asyncio.Semaphore(1),
        "condition": asyncio.Condition(),
        "held": 0,
    }
    state["queue"].put_nowait("item")
    task = asyncio.create_task(program(state))
    for step in range(steps):
        await asyncio.sleep(0)
        if step == 5:
            state["event"].set()
    finished = task.done()
    task.cancel()
    try:
        result = await task
    except asyncio.CancelledError:
        result = "cancelled"
    left = [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]
    for each in left:
        await asyncio.wait([each])
    assert state["held"] == 0 and not state["lock"].locked(), steps
    assert not state["semaphore"].locked() and not state["condition"].locked(), steps
    return finished, result


async def main():
    outcomes = [await attempt(steps) for steps in range(40)]
    print(outcomes[0], outcomes[-1])
    print(all(result == ("item" if finished else "cancelled") for finished, result in outcomes))
    first = [finished for finished, _ in outcomes].index(True)
    print(all(finished for finished, _ in outcomes[first:]), first > 10)


asyncio.run(main())
