# A block of shared memory under its name: both sides see each write, until it is unlinked.
# needs: processes
import multiprocessing
from multiprocessing import shared_memory

context = multiprocessing.get_context("spawn")


def change(name, connection):
    block = shared_memory.SharedMemory(name=name)
    connection.send(bytes(block.buf[:5]))
    connection.recv()
    connection.send(bytes(block.buf[:5]))
    block.buf[0:3] = b"abc"
    block.close()
    connection.send("closed")


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=100)
    print(block.size >= 100, len(block.name) > 0)
    block.buf[:5] = b"hello"
    here, there = context.Pipe()
    p = context.Process(target=change, args=(block.name, there))
    p.start()
    print(here.recv())
    block.buf[0] = ord("J")
    here.send(None)
    print(here.recv(), here.recv())
    p.join()
    print(bytes(block.buf[:5]), p.exitcode)
    view = block.buf[2:4]
    view[:] = b"zz"
    view.release()
    print(bytes(block.buf[:5]))
    block.close()
    block.unlink()
    try:
        shared_memory.SharedMemory(name=block.name)
    except FileNotFoundError as e:
        print(type(e).__name__)
    for size in (0, -1):
        try:
            shared_memory.SharedMemory(create=True, size=size)
        except ValueError as e:
            print(e)
