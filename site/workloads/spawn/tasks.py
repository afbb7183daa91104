import asyncio

WORKERS = 8


async def nothing():
    pass


async def main():
    for _ in range(WORKERS):
        await asyncio.create_task(nothing())
    print(WORKERS)


if __name__ == "__main__":
    asyncio.run(main())
