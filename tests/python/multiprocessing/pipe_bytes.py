# send_bytes and recv_bytes: slices of buffers, limits, and receiving into a buffer of one's own.
# needs: processes
import array
import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    a, b = context.Pipe()
    data = b"0123456789"
    a.send_bytes(data)
    print(b.recv_bytes())
    a.send_bytes(data, 3)
    print(b.recv_bytes())
    a.send_bytes(data, 3, 4)
    print(b.recv_bytes())
    a.send_bytes(b"")
    print(b.recv_bytes())
    a.send_bytes(bytearray(b"array"))
    print(b.recv_bytes(5))
    for arguments in ((data, -1), (data, 11), (data, 0, -1), (data, 5, 6)):
        try:
            a.send_bytes(*arguments)
        except ValueError as e:
            print(e)
    try:
        b.recv_bytes(-1)
    except ValueError as e:
        print(e)
    buffer = bytearray(12)
    a.send_bytes(b"abc")
    print(b.recv_bytes_into(buffer), buffer)
    a.send_bytes(b"xyz")
    print(b.recv_bytes_into(buffer, 5), buffer)
    a.send_bytes(b"far too long for it")
    try:
        b.recv_bytes_into(buffer)
    except multiprocessing.BufferTooShort as e:
        print("too short", e.args)
    numbers = array.array("i", [0] * 4)
    a.send_bytes(array.array("i", [1, 2, 3]))
    print(b.recv_bytes_into(numbers), numbers.tolist())
    a.send_bytes(b"longer")
    try:
        b.recv_bytes(3)
    except OSError as e:
        print(e)
