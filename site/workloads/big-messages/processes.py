from multiprocessing import Pipe, Process

KILOBYTES = 1_024
ROUNDS = 50


def echo(connection):
    while message := connection.recv_bytes():
        connection.send_bytes(message)


def main():
    mine, theirs = Pipe()
    partner = Process(target=echo, args=(theirs,))
    partner.start()
    message = bytes(KILOBYTES << 10)
    for _ in range(ROUNDS):
        mine.send_bytes(message)
        message = mine.recv_bytes()
    mine.send_bytes(b"")
    partner.join()
    print(len(message))


if __name__ == "__main__":
    main()
