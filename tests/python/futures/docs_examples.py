"""The shape of the examples on the concurrent.futures page, without a network."""
import concurrent.futures
import math
import threading

PAGES = {
    "http://a.example/": b"a" * 10,
    "http://b.example/": b"b" * 250,
    "http://made-up.example/": None,
}


def load_url(url, timeout):
    data = PAGES[url]
    if data is None:
        raise OSError(f"no host {url}")
    return data


lines = []
with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
    future_to_url = {executor.submit(load_url, url, 60): url for url in PAGES}
    for future in concurrent.futures.as_completed(future_to_url):
        url = future_to_url[future]
        try:
            data = future.result()
        except Exception as exc:
            lines.append("%r generated an exception: %s" % (url, exc))
        else:
            lines.append("%r page is %d bytes" % (url, len(data)))
print(*sorted(lines), sep="\n")


def is_prime(n):
    if n < 2:
        return False
    if n == 2:
        return True
    if n % 2 == 0:
        return False
    return all(n % i for i in range(3, math.isqrt(n) + 1, 2))


numbers = [112272535, 112582705, 1099726899, 115280095, 115797848, 10007]
with concurrent.futures.ThreadPoolExecutor() as executor:
    for number, prime in zip(numbers, executor.map(is_prime, numbers)):
        print("%d is prime: %s" % (number, prime))

# Two futures that wait for each other would stand still with one worker; with two they do not.
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
    ready = threading.Event()

    def wait_on_b():
        ready.wait()
        return b.result() + 1

    a = executor.submit(wait_on_b)
    b = executor.submit(lambda: 5)
    ready.set()
    print(a.result())
