# Conditions, events and barriers between processes: who is woken, time limits, and waiting for a predicate.
# needs: processes
import multiprocessing
import threading

context = multiprocessing.get_context("spawn")


def takes_turns(condition, turn, mine, others, log):
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn.value == mine)
            log.put(mine)
            turn.value = others
            condition.notify_all()


def waits(event, log):
    log.put(("woken", event.wait(), event.is_set()))


def meets(barrier, log):
    try:
        barrier.wait()
        log.put("met")
    except threading.BrokenBarrierError:
        log.put("broken")


def run(target, count, *args):
    processes = [context.Process(target=target, args=args) for _ in range(count)]
    for p in processes:
        p.start()
    return processes


if __name__ == "__main__":
    condition, turn, log = context.Condition(), context.Value("i", 0), context.Queue()
    ps = [context.Process(target=takes_turns, args=(condition, turn, n, 1 - n, log)) for n in (0, 1)]
    for p in ps:
        p.start()
    print(sorted(log.get() for _ in range(6)), [p.join() for p in ps])
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: False, timeout=0.01))
    try:
        condition.notify()
    except AssertionError as e:
        print("notify:", e)
    event = context.Event()
    print(event.wait(0.01), event.is_set())
    ps = run(waits, 2, event, log)
    event.set()
    print([log.get() for _ in ps], [p.join() for p in ps])
    event.clear()
    print(event.is_set())
    barrier = context.Barrier(3)
    ps = run(meets, 2, barrier, log)
    barrier.wait()
    print([log.get() for _ in ps], [p.join() for p in ps], barrier.broken, barrier.n_waiting, barrier.parties)
    ps = run(meets, 2, barrier, log)
    while barrier.n_waiting < 2:
        pass
    barrier.abort()
    print([log.get() for _ in ps], [p.join() for p in ps], barrier.broken)
    barrier.reset()
    print(barrier.broken)
