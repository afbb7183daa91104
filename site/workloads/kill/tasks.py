import asyncio

SECONDS = 0.1


async def run_away():
    while True:
        await asyncio.sleep(0)


async def main():
    worker = asyncio.create_task(run_away())
    await asyncio.sleep(SECONDS)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        print("cancelled at an await")


if __name__ == "__main__":
    asyncio.run(main())
