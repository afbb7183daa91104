# A counter in shared memory: with its lock nothing is lost.
# needs: processes
from multiprocessing import Array, Process, Value


def count(counter, tally, index, times):
    for _ in range(times):
        with counter.get_lock():
            counter.value += 1
        tally[index] += 1


if __name__ == "__main__":
    counter, tally = Value("i", 0), Array("i", 4)
    processes = [Process(target=count, args=(counter, tally, i, 500)) for i in range(4)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(counter.value, tally[:])
