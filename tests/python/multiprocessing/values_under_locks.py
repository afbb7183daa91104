# Value and Array with and without a lock: get_lock, get_obj, slices, raw access, several types.
# needs: processes
import ctypes
import multiprocessing

context = multiprocessing.get_context("spawn")


def add(counter, times):
    for _ in range(times):
        with counter.get_lock():
            counter.value += 1


def square(numbers):
    for i in range(len(numbers)):
        numbers[i] **= 2


if __name__ == "__main__":
    counter = context.Value("i", 5)
    ps = [context.Process(target=add, args=(counter, 200)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(counter.value)
    numbers = context.Array("d", [1.5, 2.0, -3.0])
    p = context.Process(target=square, args=(numbers,))
    p.start()
    p.join()
    print(numbers[:], numbers[1], len(numbers), numbers[-1:])
    numbers[0:2] = [7.0, 8.0]
    print(list(numbers))
    letters = context.Array("c", b"hello")
    print(letters.value, letters.raw, letters[1])
    letters.value = b"bye"
    print(letters.value, letters.raw)
    for code in "bBhHiIlLqQfd":
        v = context.Value(code, 1)
        v.value += 2
        print(code, v.value, end=" ")
    print()
    print(context.Value(ctypes.c_bool, True).value, context.Value(ctypes.c_double, 2).value)
    plain = context.Value("i", 3, lock=False)
    print(plain.value, hasattr(plain, "get_lock"))
    try:
        numbers[3]
    except IndexError as e:
        print(e)
    zeroed = context.Array("i", 4)
    print(zeroed[:])
