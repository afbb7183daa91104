"""The contract of events, kept by asyncio."""
import _kit_asyncio
import _events

if __name__ == "__main__":
    _kit_asyncio.run(_events.contract(_kit_asyncio))
