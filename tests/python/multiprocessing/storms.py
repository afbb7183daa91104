# Many children in turn, many at once, a child that floods stdout, and objects of megabytes. More of each: the bench.
# needs: processes
import multiprocessing
import sys
import time

context = multiprocessing.get_context("spawn")


def leaves(code):
    sys.exit(code)


def together(barrier, results, number):
    barrier.wait()
    results.put(number)


def floods(lines):
    for n in range(lines):
        print(f"{n:07}", "x" * 70)


def doubles(connection):
    while (data := connection.recv()) is not None:
        connection.send(data * 2)


if __name__ == "__main__":
    in_turn, at_once, lines, megabytes = (int(text) for text in (sys.argv[1:5] or ("10", "6", "500", "4")))
    began = time.perf_counter()
    codes = set()
    for n in range(in_turn):
        p = context.Process(target=leaves, args=(n % 7,))
        p.start()
        p.join()
        codes.add(p.exitcode - n % 7)
        p.close()
    print("in turn", codes, flush=True)
    took = time.perf_counter() - began
    if sys.argv[1:]:
        print(f"{in_turn} children in turn, each", took / in_turn * 1e3, "ms", sep="\t", flush=True)
        began = time.perf_counter()

    barrier, results = context.Barrier(at_once + 1), context.Queue()
    children = [context.Process(target=together, args=(barrier, results, n)) for n in range(at_once)]
    for p in children:
        p.start()
    barrier.wait()
    print("at once", sorted(results.get() for _ in children) == list(range(at_once)))
    print({p.join() or p.exitcode for p in children}, flush=True)
    if sys.argv[1:]:
        took = time.perf_counter() - began
        print(f"{at_once} children at once", took * 1e3, "ms", sep="\t", flush=True)

    p = context.Process(target=floods, args=(lines,))
    p.start()
    p.join()
    here, there = context.Pipe()
    p = context.Process(target=doubles, args=(there,))
    p.start()
    began = time.perf_counter()
    data = b"ab" * (megabytes * 500_000)
    here.send(data)
    print(here.recv() == data * 2)
    if sys.argv[1:]:
        rate = megabytes * 3 / (time.perf_counter() - began)
        print(f"a message of {megabytes} MB and its double", rate, "MB/s", sep="\t")
    here.send(None)
    p.join()
    print(p.exitcode)
