"""What queues promise."""


async def produce(kit_name, q, n, items):
    kit = __import__(kit_name)
    for i in range(items):
        await kit.put(q, (n, i))


async def double(kit_name, q, out):
    kit = __import__(kit_name)
    while True:
        item = await kit.get(q)
        if item is None:
            return
        await kit.put(out, item * 2)


async def put_late(kit_name, q, go, item):
    kit = __import__(kit_name)
    await kit.wait(go)
    await kit.put(q, item)


async def contract(kit):
    me = kit.__name__
    q = kit.Queue()
    print("empty", q.empty())
    for item in ("a", "b", "c"):
        await kit.put(q, item)
    print("first in, first out", [await kit.get(q) for _ in range(3)])
    try:
        await kit.get(q, 0.02)
    except kit.Empty:
        print("an empty one has nothing")
    try:
        q.get_nowait()
    except kit.Empty:
        print("nor at once")

    small = kit.Queue(2)
    await kit.put(small, 1)
    await kit.put(small, 2)
    try:
        await kit.put(small, 3, 0.02)
    except kit.Full:
        print("a full one takes nothing more")
    try:
        small.put_nowait(3)
    except kit.Full:
        print("nor at once")
    print([await kit.get(small) for _ in range(2)])

    workers = [await kit.start(produce, me, q, n, 8) for n in range(3)]
    got = [await kit.get(q, 20) for _ in range(24)]
    for worker in workers:
        await kit.join(worker)
    print("nothing is lost", sorted(got) == [(n, i) for n in range(3) for i in range(8)])
    print("each in order", all([i for m, i in got if m == n] == list(range(8)) for n in range(3)))

    out = kit.Queue()
    workers = [await kit.start(double, me, q, out) for _ in range(2)]
    for i in range(10):
        await kit.put(q, i)
    for _ in workers:
        await kit.put(q, None)
    print("a pipeline", sorted([await kit.get(out, 20) for _ in range(10)]))
    for worker in workers:
        await kit.join(worker)

    go = kit.Event()
    worker = await kit.start(put_late, me, q, go, ["late", {"n": 1}])
    go.set()
    print("get waits for", await kit.get(q, 20))
    await kit.join(worker)

    if kit.LifoQueue:
        for kind in (kit.LifoQueue, kit.PriorityQueue):
            q = kind()
            for item in (2, 3, 1):
                await kit.put(q, item)
            print(kind.__name__, [await kit.get(q) for _ in range(3)])
