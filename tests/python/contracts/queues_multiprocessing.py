# needs: processes
"""The contract of queues, kept by multiprocessing."""
import _kit_multiprocessing
import _queues

if __name__ == "__main__":
    _kit_multiprocessing.run(_queues.contract(_kit_multiprocessing))
