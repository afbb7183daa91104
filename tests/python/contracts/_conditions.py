"""What conditions promise."""


async def wait_once(kit_name, condition, ready, log):
    kit = __import__(kit_name)
    await kit.acquire(condition)
    await kit.put(ready, True)
    await kit.wait(condition)
    await kit.put(log, "woken")
    await kit.release(condition)


async def contract(kit):
    me = kit.__name__
    condition, ready, log = kit.Condition(), kit.Queue(), kit.Queue()
    try:
        await kit.wait(condition)
    except (RuntimeError, AssertionError):
        print("waiting needs the lock")
    try:
        await kit.notify(condition)
    except (RuntimeError, AssertionError):
        print("notifying needs the lock")
    await kit.acquire(condition)
    print("a wait runs out", await kit.wait(condition, 0.02))
    await kit.notify(condition)
    print("a notify nobody waits for is forgotten", await kit.wait(condition, 0.02))
    await kit.release(condition)

    workers = [await kit.start(wait_once, me, condition, ready, log) for _ in range(4)]
    for _ in workers:
        await kit.get(ready)
    for wanted in (1, 2):
        await kit.acquire(condition)
        await kit.notify(condition, wanted)
        await kit.release(condition)
        print("notify", wanted, [await kit.get(log, 10) for _ in range(wanted)])
    try:
        await kit.get(log, 0.05)
        print("one too many woken")
    except kit.Empty:
        print("and nobody else")
    await kit.acquire(condition)
    condition.notify_all()
    await kit.release(condition)
    print("notify_all", await kit.get(log, 10))
    for worker in workers:
        await kit.join(worker)

    await kit.acquire(condition)
    print("wait_for a truth", bool(await kit.wait_for(condition, lambda: [1])))
    print("wait_for in vain", bool(await kit.wait_for(condition, lambda: [], 0.02)))
    await kit.release(condition)
