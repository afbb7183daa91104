# Any bytes-like object goes out, any writable one takes in; slices of larger ones too.
import socket

a, b = socket.socketpair()
with a, b:
    a.sendall(bytearray(b"bytearray "))
    a.sendall(memoryview(b"a memoryview")[2:])
    print(b.recv(100))
    buffer = bytearray(b"." * 20)
    a.sendall(b"0123456789")
    print(b.recv_into(memoryview(buffer)[5:9]), buffer)
    print(b.recv_into(memoryview(buffer)[12:]), buffer)
    for wrong in ("text", 5, None, [1]):
        try:
            a.sendall(wrong)
        except TypeError as e:
            print(e)
    try:
        b.recv_into(b"read only")
    except TypeError as e:
        print(type(e).__name__)
    print(a.send(b""), a.sendall(b""))
    a.sendall(b"x" * 300)
    print(len(b.recv(1 << 20)))
