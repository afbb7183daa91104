# Tasks, waiting, cancellation, groups, queues, locks, threads and contexts of asyncio.
import asyncio, contextvars, sys, time

async def work(n, d=0.01):
    await asyncio.sleep(d)
    return n * 2

async def fail(d=0.0):
    await asyncio.sleep(d)
    raise ValueError("boom")

def section(f):
    print("--", f.__name__)
    try:
        print("=>", asyncio.run(f()))
    except BaseException as e:
        print("!!", type(e).__name__, e)
    return f

@section
async def gathers():
    print(await asyncio.gather(work(1), work(2), work(3)))
    print(await asyncio.gather(work(1), fail(), return_exceptions=True))
    try:
        await asyncio.gather(work(1), fail())
    except ValueError as e: print("caught", e)
    print(await asyncio.gather())

@section
async def cancels():
    async def sleeper():
        try: await asyncio.sleep(100)
        except asyncio.CancelledError as e:
            print("cancelled", e.args); raise
    t = asyncio.create_task(sleeper(), name="sl")
    await asyncio.sleep(0)
    print(t.get_name(), t.cancel("why"), t.cancelling(), t.done())
    try: await t
    except asyncio.CancelledError as e: print("got", e.args)
    print(t.cancelled(), t.done(), t.cancel())
    t2 = asyncio.create_task(sleeper()); t2.cancel()
    try: await t2
    except asyncio.CancelledError: print("never started")
    f = asyncio.get_running_loop().create_future()
    try: f.result()
    except asyncio.InvalidStateError as e: print(e)
    f.set_result(3); print(await f)
    try: f.set_result(4)
    except asyncio.InvalidStateError as e: print("ISE")

@section
async def waits():
    ts = [asyncio.create_task(work(i, i*0.02)) for i in range(3)]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p))
    d, p = await asyncio.wait(ts, timeout=0.001)
    d, p = await asyncio.wait(ts)
    print(sorted(t.result() for t in d), len(p))
    for c in asyncio.as_completed([work(1, .05), work(2, .02)]): print(await c)
    async for t in asyncio.as_completed([work(1, .05), work(2, .02)]): print(t.result())
    try: await asyncio.wait_for(work(1, 5), 0.01)
    except TimeoutError as e: print("timeout", repr(e))
    print(await asyncio.wait_for(work(1), 1))
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(5)
    except TimeoutError: print("timeout", cm.expired())
    async with asyncio.timeout(None): pass
    try: await asyncio.wait_for(work(1), 0)
    except TimeoutError as e: print("timeout0")

@section
async def shields():
    inner = asyncio.create_task(work(5, .02))
    out = asyncio.shield(inner)
    asyncio.get_running_loop().call_soon(out.cancel)
    try: await out
    except asyncio.CancelledError: print("outer cancelled")
    print(await inner, asyncio.current_task().uncancel())

@section
async def groups():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(1)); b = tg.create_task(work(2))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(asyncio.sleep(10)); b = tg.create_task(fail()); c = tg.create_task(fail(.001))
    except* ValueError as e: print(repr(e), a.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(asyncio.sleep(10)); raise KeyError(1)
    except* KeyError as e: print(repr(e), a.cancelled())
    try:
        async with asyncio.timeout(.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(10))
    except TimeoutError: print("tg timeout")
    print(asyncio.current_task().cancelling())

@section
async def queues():
    q = asyncio.Queue(2); got = []
    async def cons():
        while True:
            x = await q.get(); got.append(x); await asyncio.sleep(0); q.task_done()
    cs = [asyncio.create_task(cons()) for _ in range(3)]
    for i in range(20): await q.put(i)
    await q.join(); print(sorted(got))
    for c in cs: c.cancel()
    print(await asyncio.gather(*cs, return_exceptions=True))
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2): p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)])
    try: p.get_nowait()
    except asyncio.QueueEmpty: print("empty")
    l = asyncio.LifoQueue(1); l.put_nowait(1)
    try: l.put_nowait(1)
    except asyncio.QueueFull: print("full", str(l))
    q = asyncio.Queue(); q.put_nowait(1); q.shutdown(); print(await q.get())
    try: await q.get()
    except asyncio.QueueShutDown: print("shut")

@section
async def locks():
    lock = asyncio.Lock(); log = []
    async def use(n):
        async with lock: log.append(n); await asyncio.sleep(0); log.append(n)
    await asyncio.gather(*[use(i) for i in range(4)]); print(log)
    try: lock.release()
    except RuntimeError as e: print(e)
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); return "set"
    t = [asyncio.create_task(waiter()) for _ in range(3)]
    await asyncio.sleep(0); ev.set(); print(await asyncio.gather(*t))
    sem = asyncio.Semaphore(2); peak = now = 0
    async def s():
        nonlocal peak, now
        async with sem:
            now += 1; peak = max(peak, now); await asyncio.sleep(.001); now -= 1
    await asyncio.gather(*[s() for _ in range(9)]); print(peak, now, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    c = asyncio.Condition(); items = []
    async def take():
        async with c:
            await c.wait_for(lambda: items); return items.pop()
    t = [asyncio.create_task(take()) for _ in range(2)]
    await asyncio.sleep(0)
    async with c: items += [1, 2]; c.notify_all()
    print(sorted(await asyncio.gather(*t)))
    bar = asyncio.Barrier(3)
    async def party(): return await bar.wait()
    print(sorted(await asyncio.gather(*[party() for _ in range(6)])))
    t = asyncio.create_task(party()); await asyncio.sleep(0); print(bar.n_waiting); await bar.abort()
    try: await t
    except asyncio.BrokenBarrierError: print("broken", bar.broken)

@section
async def threads():
    print(await asyncio.to_thread(lambda a, b: a + b, 1, b=2))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    def outside(): return asyncio.run_coroutine_threadsafe(work(21), loop).result()
    print(await asyncio.to_thread(outside))
    f = loop.create_future()
    import threading
    threading.Thread(target=lambda: loop.call_soon_threadsafe(f.set_result, "thread")).start()
    print(await f)
    try: await asyncio.to_thread(int, "x")
    except ValueError as e: print(e)

@section
async def contexts():
    v = contextvars.ContextVar("v", default=0)
    v.set(1)
    async def child():
        before = v.get(); v.set(2); await asyncio.sleep(0); return before, v.get()
    print(await asyncio.create_task(child()), await child(), v.get())
    tok = v.set(9); v.reset(tok); print(v.get())
    print(await asyncio.to_thread(v.get))
    ctx = contextvars.copy_context(); print(ctx.run(v.get), ctx[v], v in ctx, len(ctx))

@section
async def calls():
    loop = asyncio.get_running_loop(); out = []
    loop.call_later(.02, out.append, 2); loop.call_soon(out.append, 0); loop.call_at(loop.time() + .01, out.append, 1)
    h = loop.call_later(.005, out.append, 9); h.cancel()
    await asyncio.sleep(.04); print(out, h.cancelled())
    print(asyncio.iscoroutinefunction(work), asyncio.iscoroutine(3), len(asyncio.all_tasks()))
    t = asyncio.create_task(work(4)); t.add_done_callback(lambda t: print("done", t.result())); await t; await asyncio.sleep(0)
    class Bad:
        def __await__(self): yield 5
    async def bad(): await Bad()
    try: await asyncio.create_task(bad())
    except RuntimeError as e: print(e)
    loop.set_task_factory(asyncio.eager_task_factory)
    async def eager(): print("at once"); return 1
    t = loop.create_task(eager()); print(t.done(), await t)

@section
async def left_over():
    async def bg():
        try: await asyncio.sleep(100)
        finally: print("cleaned")
    asyncio.create_task(bg()); await asyncio.sleep(0); return "end"

@section
async def raises(): raise KeyError("k")
with asyncio.Runner() as r:
    print(r.run(work(3)), r.run(work(4)))
