"""The contract of barriers, kept by threading."""
import _kit_threading
import _barriers

if __name__ == "__main__":
    _kit_threading.run(_barriers.contract(_kit_threading))
