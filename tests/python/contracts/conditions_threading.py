"""The contract of conditions, kept by threading."""
import _kit_threading
import _conditions

if __name__ == "__main__":
    _kit_threading.run(_conditions.contract(_kit_threading))
