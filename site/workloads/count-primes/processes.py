from multiprocessing import Process, Queue

LIMIT = 2_000_000
WORKERS = 4


def count_primes(block):
    found = 0
    for n in range(block, block + 1000):
        divisor = 2
        while divisor * divisor <= n and n % divisor:
            divisor += 1
        if n > 1 and divisor * divisor > n:
            found += 1
    return found


def work(blocks, results):
    results.put(sum(count_primes(block) for block in blocks))


def main():
    blocks = range(0, LIMIT, 1000)
    results = Queue()
    processes = [Process(target=work, args=(blocks[i::WORKERS], results)) for i in range(WORKERS)]
    for process in processes:
        process.start()
    print(sum(results.get() for process in processes))
    for process in processes:
        process.join()


if __name__ == "__main__":
    main()
