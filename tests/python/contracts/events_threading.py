"""The contract of events, kept by threading."""
import _kit_threading
import _events

if __name__ == "__main__":
    _kit_threading.run(_events.contract(_kit_threading))
