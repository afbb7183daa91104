# Chunks: every chunksize gives the same results in the same order, of map, imap, starmap and their kin.
# needs: processes
import multiprocessing
import operator

context = multiprocessing.get_context("spawn")


def cube(n):
    return n**3


if __name__ == "__main__":
    wanted = [n**3 for n in range(23)]
    with context.Pool(3) as pool:
        for chunksize in (None, 1, 2, 7, 23, 100):
            print(chunksize, pool.map(cube, range(23), chunksize) == wanted,
                  pool.starmap(operator.add, [(n, n) for n in range(9)], chunksize) == [2 * n for n in range(9)])
        for chunksize in (1, 4, 50):
            print(chunksize, list(pool.imap(cube, range(23), chunksize)) == wanted,
                  sorted(pool.imap_unordered(cube, iter(range(23)), chunksize)) == wanted)
        try:
            pool.imap(cube, [1], 0)
        except ValueError as e:
            print(e)
        it = pool.imap(cube, range(3))
        print(it.next(), next(it), it.next(timeout=10))
        try:
            it.next()
        except StopIteration:
            print("stop")
        print(pool.map(cube, []), list(pool.imap(cube, [])))
        print(pool.map(str.upper, "abc"), pool.map(len, {"one": 1, "three": 3}))
