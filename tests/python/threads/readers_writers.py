"""A readers-writer lock made of a condition."""
import threading


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0
        self.writing = False

    def read(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing)
            self.readers += 1

    def done_reading(self):
        with self.condition:
            self.readers -= 1
            if self.readers == 0:
                self.condition.notify_all()

    def write(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True

    def done_writing(self):
        with self.condition:
            self.writing = False
            self.condition.notify_all()


lock, pair, torn = ReadWriteLock(), [0, 0], []


def reader():
    for _ in range(50):
        lock.read()
        a, b = pair
        if a != b:
            torn.append((a, b))
        lock.done_reading()


def writer():
    for _ in range(50):
        lock.write()
        pair[0] += 1
        pair[1] += 1
        lock.done_writing()


threads = [threading.Thread(target=f) for f in (reader, writer, reader, writer, reader)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(pair, torn)
