"""The contract of queues, kept by threading."""
import _kit_threading
import _queues

if __name__ == "__main__":
    _kit_threading.run(_queues.contract(_kit_threading))
