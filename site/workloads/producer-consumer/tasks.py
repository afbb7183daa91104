import asyncio

ITEMS = 2_000
CAPACITY = 16


async def produce(queue):
    for item in range(ITEMS):
        await queue.put(item)
    await queue.put(None)


async def main():
    queue = asyncio.Queue(CAPACITY)
    producer = asyncio.create_task(produce(queue))
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    await producer
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
