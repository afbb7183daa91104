"""The contract of queues, kept by asyncio."""
import _kit_asyncio
import _queues

if __name__ == "__main__":
    _kit_asyncio.run(_queues.contract(_kit_asyncio))
