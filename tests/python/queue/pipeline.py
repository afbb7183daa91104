"""A pipeline of threads: stages connected by queues, ended by a sentinel."""
import queue
import threading

END = object()


def stage(work, source, target):
    while (item := source.get()) is not END:
        result = work(item)
        if result is not None:
            target.put(result)
    target.put(END)


numbers, squares, evens = queue.Queue(5), queue.Queue(5), queue.Queue(5)
threads = [
    threading.Thread(target=stage, args=(lambda n: n * n, numbers, squares)),
    threading.Thread(target=stage, args=(lambda n: n if n % 2 == 0 else None, squares, evens)),
]
for t in threads:
    t.start()


def feed():
    for n in range(20):
        numbers.put(n)
    numbers.put(END)


feeder = threading.Thread(target=feed)
feeder.start()
print(list(iter(evens.get, END)))
for t in threads + [feeder]:
    t.join()

# Several producers, several consumers, one sentinel each.
q, out = queue.Queue(3), []


def produce(name):
    for n in range(10):
        q.put((name, n))


def consume():
    while (item := q.get()) is not None:
        out.append(item)


producers = [threading.Thread(target=produce, args=(name,)) for name in "abc"]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
for t in consumers:
    t.join()
print(len(out), sorted(out) == [(name, n) for name in "abc" for n in range(10)])
