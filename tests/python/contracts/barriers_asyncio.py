"""The contract of barriers, kept by asyncio."""
import _kit_asyncio
import _barriers

if __name__ == "__main__":
    _kit_asyncio.run(_barriers.contract(_kit_asyncio))
