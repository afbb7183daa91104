"""The contract of conditions, kept by asyncio."""
import _kit_asyncio
import _conditions

if __name__ == "__main__":
    _kit_asyncio.run(_conditions.contract(_kit_asyncio))
