# needs: processes
"""The contract of conditions, kept by multiprocessing."""
import _kit_multiprocessing
import _conditions

if __name__ == "__main__":
    _kit_multiprocessing.run(_conditions.contract(_kit_multiprocessing))
