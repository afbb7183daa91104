# SharedMemory: named blocks of bytes.
# needs: processes
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def change(name):
    block = SharedMemory(name)
    block.buf[0:5] = block.buf[0:5].tobytes().upper() if hasattr(block.buf[0:5], "tobytes") else b""
    block.buf[9] = 77
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=64)
    block.buf[:11] = b"hello world"
    p = Process(target=change, args=(block.name,))
    p.start()
    p.join()
    print(bytes(block.buf[:12]), block.buf[9], block.size >= 64)

    print("# the view")
    view = block.buf
    print(view[0], view[-1], view[2:5].tolist(), len(view[:10]), view.format, view.itemsize, view.readonly, view.ndim)
    print(view[0:2] == b"HE", b"".join([view[0:2], b"!"]), bytes(view[::2][:3]))
    numbers = view[16:32].cast("i")
    numbers[0] = -5
    numbers[3] = 2**31 - 1
    print(numbers.tolist(), view[16:20].tobytes(), numbers.nbytes, numbers.shape)
    show(lambda: numbers.__setitem__(0, 2**31))
    show(lambda: view.__setitem__(0, 256))
    show(lambda: view.__setitem__(0, "a"))
    show(lambda: view.__setitem__(slice(0, 3), b"ab"))
    show(lambda: view[1000])
    show(lambda: view.toreadonly().__setitem__(0, 1))
    numbers.release()
    show(lambda: numbers[0])
    second = SharedMemory(name=block.name)
    second.buf[0] = 33
    print(view[0], second.name == block.name, repr(second) == repr(block))
    second.close()
    show(lambda: second.buf)
    del view

    print("# errors")
    show(lambda: SharedMemory("no such block"))
    show(lambda: SharedMemory())
    show(lambda: SharedMemory(create=True))
    show(lambda: SharedMemory(create=True, size=-1))
    name = block.name
    try:
        SharedMemory(name, create=True, size=10)
    except FileExistsError as e:
        print(e.errno, e.strerror)
    block.close()
    block.close()
    block.unlink()
    try:
        SharedMemory(name)
    except FileNotFoundError as e:
        print(e.errno, e.strerror)
    show(lambda: [b.close() for b in [block]])
