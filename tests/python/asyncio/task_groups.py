# Task groups: results, failures as groups, cancellation in and out, nesting, misuse.
import asyncio


async def value(n, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    return n


async def fails(error, turns=1):
    await value(0, turns)
    raise error


async def lasting(log, name):
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        log.append(name)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(value(n, n), name=f"t{n}") for n in range(3)]
        print(group)
    print([task.result() for task in tasks], [task.get_name() for task in tasks], group)

    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError("a")))
            group.create_task(fails(TypeError("b")))
            group.create_task(lasting(log, "other"))
            await lasting(log, "body")
    except* ValueError as errors:
        print(repr(errors))
    except* TypeError as errors:
        print(repr(errors))
    print(sorted(log), asyncio.current_task().cancelling())

    print("-- the body fails")
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(lasting(log, "child"))
            await asyncio.sleep(0)
            raise KeyError("body")
    except BaseExceptionGroup as error:
        print(repr(error), log)

    print("-- cancelled from outside")
    log = []

    async def grouped():
        async with asyncio.TaskGroup() as group:
            group.create_task(lasting(log, "one"))
            group.create_task(lasting(log, "two"))

    task = asyncio.create_task(grouped())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, sorted(log))

    print("-- a child cancelled is no failure")
    async with asyncio.TaskGroup() as group:
        child = group.create_task(lasting([], "x"))
        await asyncio.sleep(0)
        child.cancel()
    print(child.cancelled())

    print("-- nested")
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails(OSError("outer"), 5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails(ValueError("inner")))
    except* Exception as errors:
        print(repr(errors))

    print("-- children of children")

    async def parent(group):
        group.create_task(value("grandchild"), name="g")
        return "child"

    async with asyncio.TaskGroup() as group:
        group.create_task(parent(group))

    print("-- misuse")
    for error_of in (lambda: asyncio.TaskGroup(), lambda: group):
        coro = value(1)
        try:
            error_of().create_task(coro)
        except RuntimeError as error:
            print(str(error).partition("> ")[2])
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error).partition("> ")[2])

    print("-- exits that go through")
    for kind in (KeyboardInterrupt, SystemExit):
        log = []
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(lasting(log, "child"))
                await asyncio.sleep(0)
                raise kind("now")
        except kind as error:
            print(repr(error), log)


asyncio.run(main())
