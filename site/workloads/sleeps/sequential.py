import time

NAPS = 100
SECONDS = 0.02


def nap():
    time.sleep(SECONDS)
    return 1


def main():
    print(sum(nap() for _ in range(NAPS)))


if __name__ == "__main__":
    main()
