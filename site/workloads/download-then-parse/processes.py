from concurrent.futures import ProcessPoolExecutor
from urllib.request import urlopen

SERVER = "http://localhost:8000"
PAGES = 12
KILOBYTES = 64
MILLISECONDS = 50
WORKERS = 4


def download(page):
    with urlopen(f"{SERVER}/delay/{MILLISECONDS}"):
        pass
    with urlopen(f"{SERVER}/bytes/{KILOBYTES << 10}") as answer:
        return answer.read()


def parse(text):
    checksum = 0
    for byte in text:
        checksum = (checksum * 31 + byte) % 65_521
    return checksum


def work(page):
    return parse(download(page))


def main():
    with ProcessPoolExecutor(WORKERS) as pool:
        print(sum(pool.map(work, range(PAGES))))


if __name__ == "__main__":
    main()
