from multiprocessing import Process

WORKERS = 8


def nothing():
    pass


def main():
    for _ in range(WORKERS):
        worker = Process(target=nothing)
        worker.start()
        worker.join()
    print(WORKERS)


if __name__ == "__main__":
    main()
