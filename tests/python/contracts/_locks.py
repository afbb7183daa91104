"""What every kind of lock promises. `kit` is one of the _kit_ modules."""


async def hold(kit_name, lock, ready, go, log):
    kit = __import__(kit_name)
    await kit.acquire(lock)
    await kit.put(log, "taken by the worker")
    ready.set()
    await kit.wait(go)
    await kit.put(log, "given back")
    await kit.release(lock)


async def count(kit_name, lock, total, rounds):
    kit = __import__(kit_name)
    for _ in range(rounds):
        await kit.acquire(lock)
        n = await kit.get(total)
        await kit.put(total, n + 1)
        await kit.release(lock)


async def contract(kit):
    me = kit.__name__
    lock = kit.Lock()
    print("a fresh lock can be taken", await kit.acquire(lock))
    print("not twice", await kit.acquire(lock, timeout=0.02))
    await kit.release(lock)
    print("again after its release", await kit.acquire(lock, timeout=5))
    await kit.release(lock)
    try:
        await kit.release(lock)
        print("released twice")
    except (RuntimeError, ValueError) as e:
        print("a free lock cannot be released:", type(e).__name__ in ("RuntimeError", "ValueError"))

    ready, go, log = kit.Event(), kit.Event(), kit.Queue()
    worker = await kit.start(hold, me, lock, ready, go, log)
    await kit.wait(ready)
    print("another one holds it", await kit.acquire(lock, timeout=0.02))
    go.set()
    print("its release lets us in", await kit.acquire(lock, timeout=5))
    await kit.join(worker)
    print(await kit.get(log), "/", await kit.get(log))
    await kit.release(lock)

    total = kit.Queue()
    await kit.put(total, 0)
    workers = [await kit.start(count, me, lock, total, 10) for _ in range(3)]
    for worker in workers:
        await kit.join(worker)
    print("no update is lost:", await kit.get(total))

    if kit.RLock:
        again = kit.RLock()
        print("its owner may take an RLock again", [again.acquire() for _ in range(3)])
        for _ in range(3):
            again.release()
        try:
            again.release()
        except (RuntimeError, AssertionError) as e:
            print("but must have it to release it:", type(e).__name__ in ("RuntimeError", "AssertionError"))
