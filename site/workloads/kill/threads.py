import time
from threading import Event, Thread

SECONDS = 0.1


def run_away(enough):
    while not enough.is_set():
        pass


def main():
    enough = Event()
    worker = Thread(target=run_away, args=(enough,))
    worker.start()
    time.sleep(SECONDS)
    print(f"has a kill method: {hasattr(worker, 'kill')}")
    enough.set()
    worker.join()
    print("ended because it looked")


if __name__ == "__main__":
    main()
