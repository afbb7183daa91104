# Threads hash at the same time, also into one object; data that is being hashed stays as it is.
import hashlib
import threading

data = bytes(range(256)) * 8192
expected = hashlib.sha256(data).hexdigest()
results = []


def work():
    for _ in range(3):
        results.append(hashlib.sha256(data).hexdigest())


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(results), set(results) == {expected})

shared = hashlib.sha1()
block = b'a' * 100_000


def feed():
    for _ in range(10):
        shared.update(block)


threads = [threading.Thread(target=feed) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(shared.hexdigest() == hashlib.sha1(block * 40).hexdigest())
