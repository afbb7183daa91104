"""PriorityQueue and LifoQueue under several producers and consumers."""
import dataclasses
import queue
import threading


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)


jobs = queue.PriorityQueue()


def produce(who):
    for i in range(10):
        jobs.put(Job((i * 7 + who) % 5, f"{who}.{i}"))


threads = [threading.Thread(target=produce, args=(who,)) for who in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
taken = [jobs.get_nowait().priority for _ in range(30)]
print(taken == sorted(taken), jobs.empty())
jobs.put((1, "text"))
try:
    jobs.put((1, None))
except TypeError as e:
    print("TypeError", e)
print(jobs.qsize(), jobs.unfinished_tasks)

stack = queue.LifoQueue(maxsize=2)
stack.put("a")
stack.put("b")
print(stack.full(), stack.get(), stack.get())
for call in (stack.get_nowait, lambda: stack.get(timeout=0.01), lambda: stack.get(timeout=-1)):
    try:
        call()
    except (queue.Empty, ValueError) as e:
        print(type(e).__name__, e)
results = []


def consume():
    while (item := work.get()) is not None:
        results.append(item * 2)
        work.task_done()
    work.task_done()


work = queue.Queue(maxsize=3)
threads = [threading.Thread(target=consume) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(50):
    work.put(i)
for _ in threads:
    work.put(None)
work.join()
print(sorted(results) == [i * 2 for i in range(50)], work.empty())
