# differs: CPython loses updates only now and then; a seeded schedule loses the same ones every time.
# options: --schedule seed:7
import threading

counter = 0


def plus_one(n):
    return n + 1


def work():
    global counter
    for _ in range(500):
        counter = plus_one(counter)  # read, call, write: another thread may come in between


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("expected", 2000, "counted", counter)
print("updates were lost:", counter < 2000)

lock = threading.Lock()
counter = 0


def careful():
    global counter
    for _ in range(500):
        with lock:
            counter = plus_one(counter)


threads = [threading.Thread(target=careful) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("with a lock", counter)
