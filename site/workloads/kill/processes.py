import time
from multiprocessing import Process

SECONDS = 0.1


def run_away():
    while True:
        pass


def main():
    worker = Process(target=run_away)
    worker.start()
    time.sleep(SECONDS)
    worker.kill()
    worker.join()
    print(f"killed by signal {-worker.exitcode}")


if __name__ == "__main__":
    main()
