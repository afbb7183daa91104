def fails(name, function):
    try:
        function()
        print(name, "no error")
    except (MemoryError, OverflowError, ValueError) as e:
        print(name, "refused")

fails("repeat", lambda: "x" * 10**12)
fails("bytes", lambda: b"x" * 10**12)
fails("list", lambda: [0] * 10**12)
fails("width", lambda: format(1, str(10**12)))
fails("digits", lambda: str(7 ** 10000))
fails("parse", lambda: int("7" * 10000))
fails("ljust", lambda: "x".ljust(10**12))
fails("bytes size", lambda: bytes(10**12))
fails("precision", lambda: "%.99999999999f" % 1.0)
print(len(str(7 ** 5000)), (7 ** 40000).bit_length(), (1 << 100000) % 97, len("ab" * 10**6), ("a" * 10**5 + "b").find("a" * 10**4 + "b"))
