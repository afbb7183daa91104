"""What semaphores promise."""


async def enter(kit_name, gate, inside, most):
    kit = __import__(kit_name)
    for _ in range(5):
        await kit.acquire(gate)
        await kit.put(inside, 1)
        now = inside.qsize()
        if now > 2:
            await kit.put(most, now)
        await kit.get(inside)
        await kit.release(gate)


async def give(kit_name, gate, go):
    kit = __import__(kit_name)
    await kit.wait(go)
    await kit.release(gate)


async def contract(kit):
    me = kit.__name__
    gate = kit.Semaphore(2)
    print("two may enter", await kit.acquire(gate), await kit.acquire(gate))
    print("no third", await kit.acquire(gate, timeout=0.02))
    await kit.release(gate)
    print("until one leaves", await kit.acquire(gate, timeout=5))
    await kit.release(gate)
    await kit.release(gate)
    await kit.release(gate)
    print("it may be given more", [await kit.acquire(gate, timeout=5) for _ in range(3)])

    go = kit.Event()
    worker = await kit.start(give, me, gate, go)
    go.set()
    print("others may release it", await kit.acquire(gate, timeout=5))
    await kit.join(worker)

    bounded = kit.BoundedSemaphore(1)
    await kit.acquire(bounded)
    await kit.release(bounded)
    try:
        await kit.release(bounded)
        print("released too often")
    except ValueError:
        print("a bounded one counts its releases")

    gate = kit.Semaphore(2)
    inside, most = kit.Queue(), kit.Queue()
    workers = [await kit.start(enter, me, gate, inside, most) for _ in range(4)]
    for worker in workers:
        await kit.join(worker)
    print("never more than two inside:", most.empty())
    try:
        kit.Semaphore(-1)
    except (ValueError, OSError):
        print("it cannot begin below zero")
