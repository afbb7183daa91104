"""enumerate, active_count and current_thread see who is alive."""
import threading

print(threading.active_count(), threading.enumerate() == [threading.main_thread()])
gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"w{n}") for n in range(5)]
for t in threads:
    t.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()))
print(all(t.is_alive() for t in threads), len({t.ident for t in threads}))
gate.set()
for t in threads:
    t.join()
print(threading.active_count(), [t.is_alive() for t in threads])
idle = threading.Thread(target=gate.wait)
print(idle in threading.enumerate())


def inside(out):
    out.append(threading.current_thread().name)
    out.append(threading.main_thread().name)
    out.append(threading.active_count())


out = []
t = threading.Thread(target=inside, args=(out,), name="inside")
t.start()
t.join()
print(out)
