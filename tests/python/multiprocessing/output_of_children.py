# What children print arrives, whole lines in the order of each child, also of children that end at once.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context("spawn")


def say(name, lines):
    for n in range(lines):
        print(f"{name} {n}")


def without_newline():
    print("no newline", end="")


def by_write():
    sys.stdout.write("one ")
    sys.stdout.write("two\n")
    sys.stdout.flush()
    sys.__stdout__.write("three\n")


if __name__ == "__main__":
    for name in "ab":
        p = context.Process(target=say, args=(name, 4))
        p.start()
        p.join()
    p = context.Process(target=without_newline)
    p.start()
    p.join()
    print(flush=True)
    p = context.Process(target=by_write)
    p.start()
    p.join()
    print("parent")
