"""threading.local: each thread its own."""
import threading

data = threading.local()
data.value = "main"
seen = []


def work(n):
    seen.append(hasattr(data, "value"))
    data.value = n
    barrier.wait()
    seen.append(data.value)


barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen[:3], sorted(seen[3:]), data.value)
del data.value
try:
    data.value
except AttributeError as e:
    print("gone:", "value" in str(e))


class Counter(threading.local):
    kind = "shared by the class"

    def __init__(self, start, step=1):
        print("init", start, step)
        self.n = start
        self.step = step

    def next(self):
        self.n += self.step
        return self.n


c = Counter(10, step=5)
print(c.next(), c.next(), c.__dict__)


def in_thread():
    print(c.next(), c.kind, sorted(c.__dict__))


t = threading.Thread(target=in_thread)
t.start()
t.join()
print(c.next())
try:
    threading.local(1)
except TypeError as e:
    print(e)


# What a thread kept goes when it ends.
class Noisy:
    def __del__(self):
        print("dropped")


def keep():
    data.noisy = Noisy()
    print("kept")


t = threading.Thread(target=keep)
t.start()
t.join()
print("after join")
