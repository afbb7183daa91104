import json
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

SERVER = "http://localhost:8000"
DOWNLOADS = 40
MILLISECONDS = 50


def download(number):
    with urlopen(f"{SERVER}/delay/{MILLISECONDS}") as answer:
        return json.load(answer)["delay"]


def main():
    with ThreadPoolExecutor(DOWNLOADS) as pool:
        print(sum(pool.map(download, range(DOWNLOADS))))


if __name__ == "__main__":
    main()
