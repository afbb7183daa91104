"""The contract of semaphores, kept by asyncio."""
import _kit_asyncio
import _semaphores

if __name__ == "__main__":
    _kit_asyncio.run(_semaphores.contract(_kit_asyncio))
