# needs: processes
"""The contract of locks, kept by multiprocessing."""
import _kit_multiprocessing
import _locks

if __name__ == "__main__":
    _kit_multiprocessing.run(_locks.contract(_kit_multiprocessing))
