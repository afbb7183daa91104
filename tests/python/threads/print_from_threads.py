"""A line that is printed with one write stays whole."""
import io
import sys
import threading


class Watcher(io.StringIO):
    pass


out = Watcher()


def say(n):
    for i in range(30):
        out.write(f"{n}:{i}\n")


threads = [threading.Thread(target=say, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
lines = out.getvalue().splitlines()
print(len(lines), sorted(set(lines)) == sorted(f"{n}:{i}" for n in range(4) for i in range(30)))
print(len({id(t) for t in threads}), file=sys.stdout, flush=True)
