"""A token handed round: each thread wakes the next one, by every means there is."""
import queue
import threading

SIZE, ROUNDS = 5, 40


def run(give, take):
    order = []

    def member(i):
        for _ in range(ROUNDS):
            take(i)
            order.append(i)
            give((i + 1) % SIZE)

    threads = [threading.Thread(target=member, args=(i,)) for i in range(SIZE)]
    for thread in threads:
        thread.start()
    give(0)
    for thread in threads:
        thread.join()
    return order == list(range(SIZE)) * ROUNDS


locks = [threading.Lock() for _ in range(SIZE)]
for lock in locks:
    lock.acquire()
print("locks", run(lambda i: locks[i].release(), lambda i: locks[i].acquire()))
semaphores = [threading.Semaphore(0) for _ in range(SIZE)]
print("semaphores", run(lambda i: semaphores[i].release(), lambda i: semaphores[i].acquire()))
queues = [queue.Queue(1) for _ in range(SIZE)]
print("queues", run(lambda i: queues[i].put(i), lambda i: queues[i].get()))
simple = [queue.SimpleQueue() for _ in range(SIZE)]
print("simple queues", run(lambda i: simple[i].put(i), lambda i: simple[i].get()))
events = [threading.Event() for _ in range(SIZE)]
print("events", run(lambda i: events[i].set(), lambda i: (events[i].wait(), events[i].clear())))
condition, turn = threading.Condition(), [None]


def pass_on(i):
    with condition:
        turn[0] = i
        condition.notify_all()


def my_turn(i):
    with condition:
        condition.wait_for(lambda: turn[0] == i)
        turn[0] = None


print("condition", run(pass_on, my_turn))
