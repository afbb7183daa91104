# Done callbacks: order, contexts, removal, adding late, errors in them.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="outside")


def note(name):
    def callback(future):
        print(name, future.done(), var.get())

    callback.__qualname__ = name
    return callback


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    first, second, third = note("first"), note("second"), note("third")
    f.add_done_callback(first)
    f.add_done_callback(second)
    f.add_done_callback(first)
    f.add_done_callback(third)
    print(f.remove_done_callback(first), f.remove_done_callback(first))
    context = contextvars.copy_context()
    context.run(var.set, "inside")
    f.add_done_callback(first, context=context)
    var.set("later")
    f.add_done_callback(note("now"))
    f.set_result(None)
    print("set")
    await asyncio.sleep(0)
    f.add_done_callback(note("late"))
    print("added")
    await asyncio.sleep(0)

    print("-- a callback that fails")
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append(context))
    f = loop.create_future()

    def bad(future):
        raise ZeroDivisionError("in callback")

    f.add_done_callback(bad)
    f.add_done_callback(note("after"))
    f.cancel()
    await asyncio.sleep(0)
    for context in seen:
        print(sorted(context), repr(context["exception"]), context["message"].split(" at ")[0])

    print("-- a task among the callbacks")
    f = loop.create_future()

    async def waits(name):
        print(name, await f)

    f.add_done_callback(note("before"))
    a, b = asyncio.create_task(waits("a")), asyncio.create_task(waits("b"))
    await asyncio.sleep(0)
    f.add_done_callback(note("behind"))
    f.set_result(7)
    await a
    await b


asyncio.run(main())
