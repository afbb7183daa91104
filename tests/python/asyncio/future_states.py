# A future's life: pending, finished, failed, cancelled; what each state allows and what it prints.
import asyncio


def attempt(call, *args):
    try:
        return call(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f._state)
    print(attempt(f.result))
    print(attempt(f.exception))
    f.set_result([1, 2])
    print(f, f.done(), f.cancelled(), f.result(), f.exception())
    print(attempt(f.set_result, 3))
    print(attempt(f.set_exception, ValueError()))
    print(f.cancel(), f)

    print("-- failed")
    f = loop.create_future()
    f.set_exception(KeyError("k"))
    print(f)
    print(attempt(f.result), repr(f.exception()))
    f = loop.create_future()
    f.set_exception(ValueError)
    print(repr(f.exception()))
    print(attempt(loop.create_future().set_exception, 5))
    f = loop.create_future()
    f.set_exception(StopIteration(1))
    print(repr(f.exception()), repr(f.exception().__cause__))

    print("-- cancelled")
    f = loop.create_future()
    print(f.cancel("enough"), f.cancel(), f)
    print(attempt(f.result))
    print(attempt(f.exception))
    print(attempt(f.result))
    print(attempt(f.set_result, 1))

    print("-- awaited")
    f = loop.create_future()
    loop.call_soon(f.set_result, "late")
    print(await f, await f)
    f = loop.create_future()
    loop.call_soon(f.cancel)
    try:
        await f
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(list(iter([*f.__await__()])) if not f.cancelled() else "no iteration")


asyncio.run(main())
print(attempt(asyncio.Future))
print(asyncio.isfuture(1), asyncio.Future.__module__, asyncio.Future[int])
