import hashlib

MEGABYTES = 4
BLOCKS = 64
WORKERS = 4


def digest(number):
    block = bytes([number]) * (MEGABYTES << 20)
    return hashlib.sha256(block).hexdigest()


def main():
    for line in map(digest, range(BLOCKS)):
        print(line[:16])


if __name__ == "__main__":
    main()
