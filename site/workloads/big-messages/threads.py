from queue import SimpleQueue
from threading import Thread

KILOBYTES = 1_024
ROUNDS = 50


def echo(incoming, outgoing):
    while (message := incoming.get()) is not None:
        outgoing.put(message)


def main():
    there, back = SimpleQueue(), SimpleQueue()
    partner = Thread(target=echo, args=(there, back))
    partner.start()
    message = bytes(KILOBYTES << 10)
    for _ in range(ROUNDS):
        there.put(message)
        message = back.get()
    there.put(None)
    partner.join()
    print(len(message))


if __name__ == "__main__":
    main()
