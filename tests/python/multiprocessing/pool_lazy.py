# imap takes from an iterator whose items depend on results; what happens to errors of iterators.
# needs: processes
import multiprocessing
import queue

context = multiprocessing.get_context("spawn")


def double(n):
    return 2 * n


def breaks():
    yield 1
    yield 2
    raise LookupError("no more")


def own_results(inbox):
    while (item := inbox.get()) is not None:
        yield item


if __name__ == "__main__":
    with context.Pool(2) as pool:
        inbox = queue.Queue()
        inbox.put(1)
        seen = []
        for result in pool.imap(double, own_results(inbox)):
            seen.append(result)
            inbox.put(result if result < 100 else None)
        print(seen)
        got = pool.imap(double, breaks())
        try:
            for item in got:
                print("item", item)
        except LookupError as e:
            print(type(e).__name__, e)
        try:
            pool.map(double, breaks())
        except LookupError as e:
            print("map", e)
        print(sorted(pool.imap_unordered(double, (n for n in range(50)), chunksize=7)) == list(range(0, 100, 2)))
