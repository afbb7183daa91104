import time
from threading import Lock, Thread

SECONDS = 0.2

alice, bob = Lock(), Lock()


def pay(source, target):
    first, second = sorted([source, target], key=id)
    with first:
        time.sleep(SECONDS)
        with second:
            pass


def main():
    payments = [Thread(target=pay, args=(alice, bob)), Thread(target=pay, args=(bob, alice))]
    for payment in payments:
        payment.start()
    for payment in payments:
        payment.join()
    print("both paid")


if __name__ == "__main__":
    main()
