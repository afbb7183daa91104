# Values and arrays in shared memory: what children change, the parent sees.
# needs: processes
import ctypes
import multiprocessing as mp
from multiprocessing.sharedctypes import RawArray, RawValue, copy


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def double_all(number, fraction, letters, numbers, raw):
    number.value *= 2
    fraction.value *= 2
    letters.value = letters.value.upper()
    for i in range(len(numbers)):
        numbers[i] *= 2
    raw[0] = raw[1] + 1


if __name__ == "__main__":
    number, fraction = mp.Value("i", 21), mp.Value("d", 0.25, lock=False)
    letters, numbers, raw = mp.Array("c", b"hello"), mp.Array("q", range(5)), RawArray("h", [1, 2, 3])
    p = mp.Process(target=double_all, args=(number, fraction, letters, numbers, raw))
    p.start()
    p.join()
    print(p.exitcode, number.value, fraction.value, letters.value, numbers[:], list(raw))

    print("# what they look like")
    show(lambda: number)
    show(lambda: number.get_obj())
    show(lambda: number.get_lock())
    show(lambda: fraction)
    show(lambda: type(raw).__name__)
    show(lambda: (len(numbers), numbers[-1], numbers[::2], numbers[1:3]))
    show(lambda: (letters.raw, letters[0], letters[1:3]))

    print("# what they refuse")
    show(lambda: numbers[5])
    show(lambda: numbers["x"])
    show(lambda: setattr(number, "value", "x"))
    show(lambda: setattr(fraction, "value", "x"))
    show(lambda: numbers.__setitem__(0, "x"))
    show(lambda: numbers.__setitem__(slice(0, 2), [1]))
    show(lambda: setattr(letters, "value", b"too long"))
    show(lambda: setattr(letters, "value", "text"))
    show(lambda: numbers.value)
    show(lambda: mp.Value("z"))
    show(lambda: mp.Value("i", 1, 2))
    show(lambda: mp.Array("i", -1))
    show(lambda: mp.Array("i", 3, lock=5))

    print("# kinds and sizes")
    for code in "bBhHiIlLqQfdcu":
        value = RawValue(code)
        print(code, type(value).__name__, ctypes.sizeof(value), repr(value.value))
    wrapped = RawValue("b", 200)
    print(wrapped, copy(wrapped))
    zeroed = RawArray("i", 3)
    zeroed[1:3] = [8, 9]
    print(zeroed[:], letters.value)
    letters.value = b"ab"
    print(letters.value, letters.raw)
