import hashlib
from concurrent.futures import ThreadPoolExecutor

MEGABYTES = 4
BLOCKS = 64
WORKERS = 4


def digest(number):
    block = bytes([number]) * (MEGABYTES << 20)
    return hashlib.sha256(block).hexdigest()


def main():
    with ThreadPoolExecutor(WORKERS) as pool:
        for line in pool.map(digest, range(BLOCKS)):
            print(line[:16])


if __name__ == "__main__":
    main()
