import random
import time
from threading import Barrier, Lock, Thread

SECONDS = 0.05

alice, bob = Lock(), Lock()
start = Barrier(2)


def pay(source, target):
    start.wait()
    while True:
        with source:
            time.sleep(SECONDS)
            if target.acquire(blocking=False):
                target.release()
                return
        time.sleep(random.random() * SECONDS)


def main():
    payments = [Thread(target=pay, args=(alice, bob)), Thread(target=pay, args=(bob, alice))]
    for payment in payments:
        payment.start()
    for payment in payments:
        payment.join()
    print("both paid")


if __name__ == "__main__":
    main()
