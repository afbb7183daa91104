# needs: processes
"""The contract of barriers, kept by multiprocessing."""
import _kit_multiprocessing
import _barriers

if __name__ == "__main__":
    _kit_multiprocessing.run(_barriers.contract(_kit_multiprocessing))
