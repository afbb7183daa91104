ITEMS = 2_000
CAPACITY = 16


def produce():
    yield from range(ITEMS)


def main():
    print(sum(produce()))


if __name__ == "__main__":
    main()
