from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory

KILOBYTES = 1_024
ROUNDS = 50


def echo(connection, name):
    block = SharedMemory(name)
    while (size := connection.recv()) is not None:
        block.buf[0] += 1
        connection.send(size)
    block.close()


def main():
    block = SharedMemory(create=True, size=KILOBYTES << 10)
    mine, theirs = Pipe()
    partner = Process(target=echo, args=(theirs, block.name))
    partner.start()
    size = KILOBYTES << 10
    for _ in range(ROUNDS):
        mine.send(size)
        size = mine.recv()
    mine.send(None)
    partner.join()
    block.close()
    block.unlink()
    print(size)


if __name__ == "__main__":
    main()
