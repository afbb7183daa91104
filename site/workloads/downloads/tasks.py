import asyncio

import aiohttp

SERVER = "http://localhost:8000"
DOWNLOADS = 40
MILLISECONDS = 50


async def download(session):
    async with session.get(f"{SERVER}/delay/{MILLISECONDS}") as answer:
        return (await answer.json())["delay"]


async def main():
    async with aiohttp.ClientSession() as session:
        print(sum(await asyncio.gather(*[download(session) for _ in range(DOWNLOADS)])))


if __name__ == "__main__":
    asyncio.run(main())
