import time

NAPS = 50
SECONDS = 0.04


def nap():
    time.sleep(SECONDS)
    return 1


def main():
    print(sum(nap() for _ in range(NAPS)))


if __name__ == "__main__":
    main()
