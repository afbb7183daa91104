"""What the GIL does to programs, in figures: a line each, tab-separated. Runs on CPython and on gilbox."""
import hashlib
import queue
import statistics
import sys
import threading
import time

clock = time.perf_counter
counter = 0


def tell(figure, value, unit):
    print(figure, value, unit, sep="\t", flush=True)


def all_at_once(functions):
    threads = [threading.Thread(target=f) for f in functions]
    began = clock()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return clock() - began


def plain(n):
    global counter
    for _ in range(n):
        counter += 1


def same(x):
    return x


def with_call(n):
    global counter
    for _ in range(n):
        counter = same(counter) + 1


def lost(work, threads=4, rounds=300_000):
    global counter
    counter = 0
    all_at_once([lambda: work(rounds)] * threads)
    return 100 * (1 - counter / (threads * rounds))


def echo_median(spinners, interval, trips=40):
    """Median time from a question to its answer by another thread, ms."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(interval)
    there, back, stop = queue.SimpleQueue(), queue.SimpleQueue(), False

    def answer():
        while (item := there.get()) is not None:
            time.sleep(0.00005)  # as if it asked a server: who computes gets the GIL meanwhile
            back.put(item)

    def spin():
        while not stop:
            pass

    threads = [threading.Thread(target=f) for f in [answer] + [spin] * spinners]
    for thread in threads:
        thread.start()
    times = []
    for i in range(trips):
        began = clock()
        there.put(i)
        back.get()
        times.append((clock() - began) * 1e3)
    stop = True
    there.put(None)
    for thread in threads:
        thread.join()
    sys.setswitchinterval(before)
    return statistics.median(times)


def hash_speed_up(size=64_000_000):
    data = bytes(size // 2)
    hashlib.sha256(data).digest()
    one = clock()
    for _ in range(2):
        hashlib.sha256(data).digest()
    one = clock() - one
    return one / min(all_at_once([lambda: hashlib.sha256(data).digest()] * 2) for _ in range(3))


def alive_at_once(count):
    gate = threading.Event()
    threads = [threading.Thread(target=gate.wait) for _ in range(count)]
    began = clock()
    for thread in threads:
        thread.start()
    seen = threading.active_count() - 1
    gate.set()
    for thread in threads:
        thread.join()
    assert seen == count, seen
    return clock() - began


def one_after_another(count):
    began = clock()
    for _ in range(count):
        thread = threading.Thread(target=same, args=(1,))
        thread.start()
        thread.join()
    return clock() - began


if __name__ == "__main__":
    tell("counter += 1 by 4 threads, lost", lost(plain), "%")
    tell("the same with a call in between, lost", lost(with_call), "%")
    for spinners in (0, 1, 2):
        tell(f"echo between threads, {spinners} spinning, 5 ms", echo_median(spinners, 0.005), "ms")
    tell("echo between threads, 1 spinning, 0.5 ms", echo_median(1, 0.0005), "ms")
    tell("50 threads that sleep 0.2 s", all_at_once([lambda: time.sleep(0.2)] * 50), "s")
    tell("the same again", all_at_once([lambda: time.sleep(0.2)] * 50), "s")
    tell("sha256 in 2 threads against one after the other", hash_speed_up(), "x")
    tell("10,000 threads one after another", one_after_another(10_000), "s")
    tell("300 threads alive at once", alive_at_once(300), "s")
