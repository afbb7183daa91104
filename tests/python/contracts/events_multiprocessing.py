# needs: processes
"""The contract of events, kept by multiprocessing."""
import _kit_multiprocessing
import _events

if __name__ == "__main__":
    _kit_multiprocessing.run(_events.contract(_kit_multiprocessing))
