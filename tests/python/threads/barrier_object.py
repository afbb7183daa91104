"""Barrier: meeting, actions, breaking, resetting."""
import threading

b = threading.Barrier(3)
print(b.parties, b.n_waiting, b.broken, repr(b).endswith("waiters=0/3>"))
indices = []
threads = [threading.Thread(target=lambda: indices.append(b.wait())) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(indices), b.n_waiting)

calls = []
b = threading.Barrier(2, action=lambda: calls.append("called"))
t = threading.Thread(target=b.wait, name="first")
t.start()
b.wait()
t.join()
print("one action a round", calls)

b = threading.Barrier(2)
try:
    b.wait(0.02)
except threading.BrokenBarrierError as e:
    print("timed out", repr(e), b.broken, repr(b).endswith(": broken>"))
try:
    b.wait()
except threading.BrokenBarrierError:
    print("stays broken")
b.reset()
print("reset", b.broken, b.n_waiting)

errors = []


def expect_broken():
    try:
        b.wait()
    except threading.BrokenBarrierError:
        errors.append(threading.current_thread().name)


for end in (b.abort, b.reset):
    t = threading.Thread(target=expect_broken, name=end.__name__)
    t.start()
    while b.n_waiting == 0:
        pass
    end()
    t.join()
    print(errors, b.broken)
    b.reset()


def bad_action():
    raise ValueError("action")


b = threading.Barrier(1, bad_action)
try:
    b.wait()
except ValueError as e:
    print(e, b.broken)
for parties in (0, -1):
    try:
        threading.Barrier(parties)
    except ValueError as e:
        print(e)
b = threading.Barrier(2, timeout=0.02)
try:
    b.wait()
except threading.BrokenBarrierError:
    print("the default timeout")
