"""What barriers promise."""


async def pass_through(kit_name, barrier, log, rounds):
    kit = __import__(kit_name)
    for r in range(rounds):
        await kit.put(log, ("before", r))
        await kit.wait(barrier)
        await kit.put(log, ("after", r))
        await kit.wait(barrier)


async def expect_broken(kit_name, barrier, ready, log):
    kit = __import__(kit_name)
    await kit.put(ready, True)
    try:
        await kit.wait(barrier)
        await kit.put(log, "passed")
    except kit.BrokenBarrierError:
        await kit.put(log, "broken")


async def contract(kit):
    me = kit.__name__
    barrier, log = kit.Barrier(3), kit.Queue()
    print("parties", barrier.parties, "waiting", barrier.n_waiting, "broken", barrier.broken)
    workers = [await kit.start(pass_through, me, barrier, log, 2) for _ in range(3)]
    lines = [await kit.get(log, 20) for _ in range(12)]
    for worker in workers:
        await kit.join(worker)
    steps = [("before", 0), ("after", 0), ("before", 1), ("after", 1)]
    if kit.name == "multiprocessing":
        lines.sort(key=steps.index)  # what several processes put into a queue may overtake
    print("nobody passes before all have come:", lines == [s for s in steps for _ in range(3)])

    ready = kit.Queue()
    worker = await kit.start(expect_broken, me, barrier, ready, log)
    await kit.get(ready)
    await kit.abort(barrier)
    print("abort:", await kit.get(log, 20), barrier.broken)
    await kit.join(worker)
    try:
        await kit.wait(barrier)
    except kit.BrokenBarrierError:
        print("it stays broken")
    one = kit.Barrier(1)
    print("alone", await kit.wait(one), await kit.wait(one))
