"""The contract of locks, kept by threading."""
import _kit_threading
import _locks

if __name__ == "__main__":
    _kit_threading.run(_locks.contract(_kit_threading))
