# differs: CPython hangs for ever; gilbox says what is waited for and ends the program.
import threading

items = []
available = threading.Condition()


def consumer():
    with available:
        while not items:
            available.wait()
        print("got", items.pop())


def producer():
    with available:
        items.append("cake")
        # available.notify() was forgotten


waiting = threading.Thread(target=consumer, name="consumer")
waiting.start()
made = threading.Thread(target=producer, name="producer")
made.start()
made.join()
print("made", items)
waiting.join()
