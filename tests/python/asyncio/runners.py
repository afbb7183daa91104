# asyncio.run and Runner: results, what is left over, contexts, misuse, loops by hand.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def left_over(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append("cleaned up")


async def main(log):
    asyncio.create_task(left_over(log))
    await asyncio.sleep(0)
    return "result"


log = []
print(asyncio.run(main(log)), log)


async def fails():
    raise ValueError("from main")


try:
    asyncio.run(fails())
except ValueError as error:
    print(error)


async def exits():
    raise SystemExit(3)


try:
    asyncio.run(exits())
except SystemExit as error:
    print("exit", error.code)

for bad in (5, lambda: None):
    try:
        asyncio.run(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).partition(",")[0])


async def nested():
    coro = main([])
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    finally:
        coro.close()


asyncio.run(nested())


async def counts():
    var.set(var.get() + 1)
    return var.get()


with asyncio.Runner() as runner:
    print(runner.run(counts()), runner.run(counts()), var.get())
    print(runner.run(counts(), context=contextvars.copy_context()))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug())
print(loop.is_closed())
try:
    runner.run(counts())
except RuntimeError as error:
    print(error)


async def generator():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("generator closed")


async def half():
    items = generator()
    async for item in items:
        print("item", item)
        return items


asyncio.run(half())

loop = asyncio.new_event_loop()
print(loop.run_until_complete(counts()), loop)
loop.call_soon(loop.stop)
loop.run_forever()
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
loop.close()
for call in (loop.run_forever, lambda: loop.call_later(1, print), lambda: loop.call_soon_threadsafe(print)):
    try:
        call()
    except RuntimeError as error:
        print(error)


async def handled():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"].split(" at ")[0], repr(context.get("exception"))))
    loop.call_exception_handler({"message": "told"})
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)
    loop.call_soon(lambda: [][1])
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is not None)


asyncio.run(handled())
