"""Threads started one after another and in bursts: each runs once, with its own name, ident and local data."""
import threading

seen = []
local = threading.local()


def note(i):
    assert not hasattr(local, "mine"), local.mine
    local.mine = i
    seen.append((i, threading.current_thread().name, threading.get_ident() == threading.current_thread().ident))


for i in range(200):
    thread = threading.Thread(target=note, args=(i,), name=f"n{i}")
    thread.start()
    thread.join()
    assert not thread.is_alive()
print(len(seen), all(name == f"n{i}" and same for i, name, same in seen), threading.active_count())

for burst in (2, 30, 3):
    seen.clear()
    threads = [threading.Thread(target=note, args=(i,), name=f"n{i}") for i in range(burst)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(burst, sorted(i for i, _, _ in seen) == list(range(burst)), threading.active_count())

natives = set()


def native():
    natives.add(threading.get_native_id())
    gate.wait()


gate = threading.Barrier(9)
threads = [threading.Thread(target=native) for _ in range(8)]
for thread in threads:
    thread.start()
gate.wait()
for thread in threads:
    thread.join()
print(len(natives))
threading.stack_size(256 * 1024)
thread = threading.Thread(target=seen.append, args=("another stack",))
thread.start()
thread.join()
print(threading.stack_size(0), seen[-1])
