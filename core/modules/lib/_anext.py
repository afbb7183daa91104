"""What the builtin anext() needs when it is given a default."""


async def with_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
