# Eager tasks: the first step at once; who is current; done without ever being scheduled.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="base")


async def at_once(log):
    log.append(asyncio.current_task().get_name())
    var.set("inside")
    return var.get()


async def later(log):
    log.append("begins")
    await asyncio.sleep(0)
    log.append("goes on")
    return "later"


async def fails():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log = []
    task = asyncio.create_task(at_once(log), name="eager")
    print(task.done(), log, task.result(), var.get(), asyncio.current_task().get_name())
    log = []
    task = asyncio.create_task(later(log))
    print(task.done(), log, len(asyncio.all_tasks()))
    print(await task, log)
    task = asyncio.create_task(fails())
    print(task.done(), repr(task.exception()))
    print(await asyncio.gather(at_once([]), later([]), at_once([])))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(at_once([])), group.create_task(later([]))]
        print([each.done() for each in tasks])
    print([each.result() for each in tasks])
    order = []

    async def nested(n):
        order.append(("in", n))
        if n:
            await asyncio.create_task(nested(n - 1))
        order.append(("out", n, asyncio.current_task().get_name()))

    await asyncio.create_task(nested(2), name="outermost")
    print([each[:2] for each in order])
    cancelled = asyncio.create_task(asyncio.sleep(10))
    cancelled.cancel()
    try:
        await cancelled
    except asyncio.CancelledError:
        print(cancelled.cancelled())

    class Counted(asyncio.Task):
        made = 0

        def __init__(self, *args, **kwargs):
            Counted.made += 1
            super().__init__(*args, **kwargs)

    loop.set_task_factory(asyncio.create_eager_task_factory(Counted))
    print(await asyncio.create_task(later([])), Counted.made)
    loop.set_task_factory(lambda loop, coro, **kwargs: Counted(coro, loop=loop, **kwargs))
    task = asyncio.create_task(later([]), name="factory")
    print(task.get_name(), isinstance(task, Counted), await task, Counted.made)
    loop.set_task_factory(None)
    print(loop.get_task_factory(), await asyncio.create_task(later([])))
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
