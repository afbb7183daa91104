from queue import SimpleQueue
from threading import Barrier, Thread

COUNTS = 500_000
WORKERS = 4

start = Barrier(WORKERS)


def one():
    return 1


def work(counts):
    mine = 0
    start.wait()
    for _ in range(COUNTS):
        mine += one()
    counts.put(mine)


def main():
    counts = SimpleQueue()
    threads = [Thread(target=work, args=(counts,)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    print(f"{sum(counts.get() for _ in threads):,} of {COUNTS * WORKERS:,}")
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
