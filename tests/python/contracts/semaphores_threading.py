"""The contract of semaphores, kept by threading."""
import _kit_threading
import _semaphores

if __name__ == "__main__":
    _kit_threading.run(_semaphores.contract(_kit_threading))
