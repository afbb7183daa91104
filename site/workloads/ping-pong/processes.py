from multiprocessing import Pipe, Process

ROUNDS = 2_000


def echo(connection):
    while (number := connection.recv()) is not None:
        connection.send(number + 1)


def main():
    mine, theirs = Pipe()
    partner = Process(target=echo, args=(theirs,))
    partner.start()
    number = 0
    for _ in range(ROUNDS):
        mine.send(number)
        number = mine.recv()
    mine.send(None)
    partner.join()
    print(number)


if __name__ == "__main__":
    main()
