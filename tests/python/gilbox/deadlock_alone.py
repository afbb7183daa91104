# differs: CPython hangs for ever; gilbox sees that nobody is left who could release the lock.
import threading

lock = threading.Lock()
print("once", lock.acquire())
print("twice", lock.acquire())
