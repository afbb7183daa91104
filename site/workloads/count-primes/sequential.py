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


def main():
    blocks = range(0, LIMIT, 1000)
    print(sum(count_primes(block) for block in blocks))


if __name__ == "__main__":
    main()
