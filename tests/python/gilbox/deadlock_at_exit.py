# differs: CPython hangs for ever at the end of the program, where it joins a thread that never ends.
import threading

never = threading.Event()
threading.Thread(target=never.wait, name="patient").start()
print("main is done")
