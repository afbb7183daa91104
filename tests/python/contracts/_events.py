"""What events promise."""


async def wait_and_tell(kit_name, event, ready, log):
    kit = __import__(kit_name)
    await kit.put(ready, True)
    await kit.put(log, bool(await kit.wait(event)))


async def contract(kit):
    me = kit.__name__
    event, ready, log = kit.Event(), kit.Queue(), kit.Queue()
    print("it begins unset", event.is_set())
    print("a wait for it runs out", await kit.wait(event, 0.02))
    workers = [await kit.start(wait_and_tell, me, event, ready, log) for _ in range(3)]
    for _ in workers:
        await kit.get(ready)
    print("nobody got by", log.empty())
    event.set()
    for worker in workers:
        await kit.join(worker)
    print("everyone is let go", [await kit.get(log) for _ in workers])
    print("it stays set", event.is_set(), bool(await kit.wait(event)))
    event.set()
    print("twice set is set", event.is_set())
    event.clear()
    print("until it is cleared", event.is_set(), await kit.wait(event, 0.02))
