from queue import Queue
from threading import Event, Thread

ROUNDS = 200


def echo(incoming, outgoing):
    while (number := incoming.get()) is not None:
        outgoing.put(number + 1)


def talk():
    there, back = Queue(), Queue()
    partner = Thread(target=echo, args=(there, back))
    partner.start()
    number = 0
    for _ in range(ROUNDS):
        there.put(number)
        number = back.get()
    there.put(None)
    partner.join()
    return number


def spin(enough):
    while not enough.is_set():
        pass


def main():
    enough = Event()
    spinner = Thread(target=spin, args=(enough,))
    spinner.start()
    print(talk())
    enough.set()
    spinner.join()


if __name__ == "__main__":
    main()
