# differs: a pool whose workers are killed at random moments loses what was in their hands and nothing else; CPython's
# may wait for ever after that. Arguments: how many kills (60), the seed (1), what to print (nothing, or "figures").
# needs: processes
import multiprocessing
import random
import sys
import time

context = multiprocessing.get_context("spawn")


def work(number, size):
    total = 0
    for n in range(size):
        total += n & 3
    return number, bytes(size)


def storm(kills, seed):
    chance = random.Random(seed)
    results = []
    with context.Pool(2) as pool:
        for _ in range(kills):
            for _ in range(3):
                number = len(results)
                results.append(pool.apply_async(work, (number, chance.choice((10, 2000, 20_000)))))
            time.sleep(chance.random() * 0.004)
            chance.choice(pool._pool).kill()
        pool.close()
        pool.join()
        right = sum(1 for n, r in enumerate(results) if r.ready() and r.get()[0] == n)
    return len(results), right


if __name__ == "__main__":
    kills, seed = (int(text) for text in (sys.argv[1:3] or ("60", "1")))
    began = time.perf_counter()
    given, right = storm(kills, seed)
    took = time.perf_counter() - began
    if sys.argv[3:] == ["figures"]:
        print(f"{kills} kills, each", took / kills * 1e3, "ms", sep="\t")
        print("    tasks given", given, "", sep="\t")
        print("    results that came", right, "", sep="\t")
        print("    lost with the killed", given - right, "", sep="\t")
    print("no more lost than killed", given - right <= kills, "most came", right > kills)
    print("children left", len(multiprocessing.active_children()))
