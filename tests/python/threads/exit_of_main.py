"""sys.exit() in the main thread waits for the others; its code is the program's."""
import atexit
import sys
import threading
import time


def work():
    time.sleep(0.03)
    print("work done")


threading.Thread(target=work).start()
atexit.register(print, "atexit comes last")
print("leaving")
sys.exit(3)
