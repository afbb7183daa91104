# needs: processes
"""The contract of semaphores, kept by multiprocessing."""
import _kit_multiprocessing
import _semaphores

if __name__ == "__main__":
    _kit_multiprocessing.run(_semaphores.contract(_kit_multiprocessing))
