import time
from threading import Thread

NAPS = 50
SECONDS = 0.04


def nap(done):
    time.sleep(SECONDS)
    done.append(1)


def main():
    done = []
    threads = [Thread(target=nap, args=(done,)) for _ in range(NAPS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sum(done))


if __name__ == "__main__":
    main()
