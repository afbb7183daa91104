# Several producers, several consumers, one queue: nothing is lost, nothing comes twice, each producer's order stays.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")
EACH = 60


def produce(q, who):
    for n in range(EACH):
        q.put((who, n))


def consume(q, results):
    taken = []
    while (item := q.get()) is not None:
        taken.append(item)
    results.put(taken)


if __name__ == "__main__":
    q, results = context.Queue(), context.Queue()
    producers = [context.Process(target=produce, args=(q, n)) for n in range(3)]
    consumers = [context.Process(target=consume, args=(q, results)) for _ in range(2)]
    for p in producers + consumers:
        p.start()
    for p in producers:
        p.join()
    for _ in consumers:
        q.put(None)
    taken = [results.get() for _ in consumers]
    for p in consumers:
        p.join()
    everything = sorted(sum(taken, []))
    print(everything == [(who, n) for who in range(3) for n in range(EACH)])
    for part in taken:
        for who in range(3):
            mine = [n for w, n in part if w == who]
            assert mine == sorted(mine), mine
    print([p.exitcode for p in producers + consumers])
