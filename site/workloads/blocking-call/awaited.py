import asyncio

TASKS = 20
SECONDS = 0.05


async def answer(number):
    await asyncio.sleep(SECONDS)
    return number


async def main():
    print(sum(await asyncio.gather(*[answer(n) for n in range(TASKS)])))


if __name__ == "__main__":
    asyncio.run(main())
