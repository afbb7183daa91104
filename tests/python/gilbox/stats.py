# differs: module gilbox is not there on CPython.
import threading
import time

import gilbox


def sleeper():
    time.sleep(0.03)


def spinner():
    end = time.monotonic() + 0.06
    while time.monotonic() < end:
        pass


threads = [threading.Thread(target=sleeper, name="sleeper"), threading.Thread(target=spinner, name="spinner")]
for t in threads:
    t.start()
for t in threads:
    t.join()
rows = {row["name"]: row for row in gilbox.stats()}
print(sorted(rows))
print(sorted(rows["sleeper"]))
print("blocked", rows["sleeper"]["blocked"] > 0, rows["sleeper"]["waits"])
print("held", rows["spinner"]["held"] > 0, rows["spinner"]["blocked"])
print("alive", {name: row["alive"] for name, row in sorted(rows.items())})
print("main", rows["MainThread"]["blocked"] > 0, rows["MainThread"]["daemon"])
before = gilbox.switches()
gilbox.mark("phase two")
gilbox.mark("with a number", 3)
print("switches", gilbox.switches() >= before > 0)
try:
    gilbox.mark(3)
except TypeError as e:
    print(e)
