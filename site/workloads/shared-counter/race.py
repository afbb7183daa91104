from threading import Barrier, Thread

COUNTS = 500_000
WORKERS = 4

counter = 0
start = Barrier(WORKERS)


def one():
    return 1


def work():
    global counter
    start.wait()
    for _ in range(COUNTS):
        counter += one()


def main():
    threads = [Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{counter:,} of {COUNTS * WORKERS:,}")


if __name__ == "__main__":
    main()
