"""Deep recursion, deep data and deep sources in threads end with an error or work; they break nothing else."""
import threading


def in_thread(work):
    def run():
        try:
            print(work.__name__, work())
        except RecursionError as error:
            print(work.__name__, "RecursionError", str(error)[:32])

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def nested_repr():
    data = []
    for _ in range(100_000):
        data = [data]
    repr(data)


def sort_in_sort():
    def key(x):
        return sorted([1, 2], key=key)

    key(1)


def less_than_itself():
    class Item:
        def __lt__(self, other):
            return sorted([self, other])

    sorted([Item(), Item()])


def brackets():
    return len(repr(eval("[" * 60 + "]" * 60)))


def long_sum():
    return eval("+".join(["1"] * 150))


def blocks():
    scope = {}
    exec("\n".join(" " * i + "if 1:" for i in range(60)) + "\n" + " " * 60 + "x = 7", scope)
    return scope["x"]


for work in (nested_repr, sort_in_sort, less_than_itself, brackets, long_sum, blocks):
    in_thread(work)

gate = threading.Event()
threads = [threading.Thread(target=gate.wait) for _ in range(40)]
for thread in threads:
    thread.start()
print(threading.active_count() - 1, "alive at once")
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count() - 1, "afterwards")
