import asyncio

NAPS = 50
SECONDS = 0.04


async def nap():
    await asyncio.sleep(SECONDS)
    return 1


async def main():
    print(sum(await asyncio.gather(*[nap() for _ in range(NAPS)])))


if __name__ == "__main__":
    asyncio.run(main())
