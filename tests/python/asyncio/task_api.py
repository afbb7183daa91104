# Tasks: names, contexts, coroutines, current and all tasks, what they refuse.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def child(n):
    var.set(n)
    await asyncio.sleep(0)
    return var.get(), asyncio.current_task().get_name()


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me is asyncio.current_task(), asyncio.current_task(asyncio.get_running_loop()) is me)
    a = asyncio.create_task(child(1))
    b = asyncio.create_task(child(2), name="bee")
    c = asyncio.create_task(child(3), name=17)
    print(a.get_name(), b.get_name(), repr(c.get_name()))
    a.set_name(("t", 1))
    print(repr(a.get_name()))
    print(len(asyncio.all_tasks()), me in asyncio.all_tasks(), a in asyncio.all_tasks())
    print(await a, await b, await c, var.get())
    print(len(asyncio.all_tasks()))
    print(a.done(), a.result(), a.exception(), a.cancelled())

    context = contextvars.copy_context()
    d = asyncio.create_task(child(4), context=context)
    print(d.get_context() is context, await d, var.get(), context[var])

    for call in (lambda: d.set_result(1), lambda: d.set_exception(ValueError()), lambda: asyncio.create_task(5), lambda: asyncio.Task(None, loop=asyncio.get_running_loop())):
        try:
            call()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)

    coro = child(5)
    e = asyncio.create_task(coro)
    print(e.get_coro() is coro, e.get_coro().__qualname__, asyncio.isfuture(e), isinstance(e, asyncio.Future))
    await e

    async def fails():
        raise LookupError("gone")

    f = asyncio.create_task(fails())
    done, pending = await asyncio.wait([f])
    print(done == {f}, pending, repr(f.exception()))
    try:
        await f
    except LookupError as error:
        print("raised", error)

    async def returns_late():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "swallowed"

    g = asyncio.create_task(returns_late())
    await asyncio.sleep(0)
    print(g.cancel(), g.cancelling(), await g, g.cancelled(), g.cancelling(), g.uncancel(), g.uncancel())
    print(g.cancel())


asyncio.run(main())
for call in (asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop):
    try:
        call()
    except RuntimeError as error:
        print(error)
coro = child(1)
try:
    asyncio.create_task(coro)
except RuntimeError as error:
    print(error)
coro.close()
