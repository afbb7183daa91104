import json
from urllib.request import urlopen

SERVER = "http://localhost:8000"
DOWNLOADS = 40
MILLISECONDS = 50


def download(number):
    with urlopen(f"{SERVER}/delay/{MILLISECONDS}") as answer:
        return json.load(answer)["delay"]


def main():
    print(sum(map(download, range(DOWNLOADS))))


if __name__ == "__main__":
    main()
