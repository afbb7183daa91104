"""The switch interval, and that busy threads share."""
import sys
import threading


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, "-", e)


print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
attempt(sys.setswitchinterval, 0)
attempt(sys.setswitchinterval, -1)
attempt(sys.setswitchinterval, "1")
print(sys._is_gil_enabled())

# Neither of two busy threads starves.
rounds = [0, 0]
stop = False


def spin(n):
    while not stop:
        rounds[n] += 1


threads = [threading.Thread(target=spin, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
while min(rounds) < 1000:
    pass
stop = True
for t in threads:
    t.join()
print("both ran", all(r >= 1000 for r in rounds))
