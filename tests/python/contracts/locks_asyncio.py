"""The contract of locks, kept by asyncio."""
import _kit_asyncio
import _locks

if __name__ == "__main__":
    _kit_asyncio.run(_locks.contract(_kit_asyncio))
