# Children one after the other: each starts fresh, whatever the one before has left behind.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context("spawn")
kept = []


def look(q, n):
    seen = len(kept), getattr(sys, "left_behind", None), sys.getrecursionlimit(), "colorsys_of_mine" in sys.modules
    kept.append(n)
    sys.left_behind = n
    sys.setrecursionlimit(500 + n)
    sys.modules["colorsys_of_mine"] = sys
    q.put((n, seen))
    sys.exit(n)


if __name__ == "__main__":
    q = context.Queue()
    usual = sys.getrecursionlimit()
    for n in range(12):
        p = context.Process(target=look, args=(q, n))
        p.start()
        number, seen = q.get()
        p.join()
        print(number, seen == (0, None, usual, False), p.exitcode)
    print(kept, hasattr(sys, "left_behind"))
