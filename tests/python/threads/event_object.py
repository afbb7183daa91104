"""Event: set, clear, wait."""
import threading

e = threading.Event()
print(repr(e).endswith(": unset>"), e.is_set(), e.wait(0), e.wait(0.01))
e.set()
print(repr(e).endswith(": set>"), e.is_set(), e.wait(), e.wait(0))
e.clear()
print(e.is_set())
passed = []
threads = [threading.Thread(target=lambda: passed.append(e.wait())) for _ in range(4)]
for t in threads:
    t.start()
print(passed)
e.set()
for t in threads:
    t.join()
print(passed)

# Two events as a handshake, in strict turns.
ping, pong, log = threading.Event(), threading.Event(), []


def other():
    for n in range(3):
        ping.wait()
        ping.clear()
        log.append(f"ping {n}")
        pong.set()


t = threading.Thread(target=other)
t.start()
for n in range(3):
    ping.set()
    pong.wait()
    pong.clear()
    log.append(f"pong {n}")
t.join()
print(log)

# Stopping a worker by an event.
stop, rounds = threading.Event(), 0


def worker():
    global rounds
    while not stop.wait(0.001):
        rounds += 1


t = threading.Thread(target=worker)
t.start()
while rounds < 2:
    pass
stop.set()
t.join()
print("stopped", rounds >= 2)
