import asyncio

ROUNDS = 2_000


async def echo(incoming, outgoing):
    while (number := await incoming.get()) is not None:
        await outgoing.put(number + 1)


async def main():
    there, back = asyncio.Queue(), asyncio.Queue()
    partner = asyncio.create_task(echo(there, back))
    number = 0
    for _ in range(ROUNDS):
        await there.put(number)
        number = await back.get()
    await there.put(None)
    await partner
    print(number)


if __name__ == "__main__":
    asyncio.run(main())
