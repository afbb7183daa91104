# Children with threads: they run, they are waited for, daemon threads are not, names are counted anew.
# needs: processes
import multiprocessing
import threading
import time

context = multiprocessing.get_context("spawn")


def with_threads(q):
    rows = []
    threads = [threading.Thread(target=lambda n=n: rows.append(n * n)) for n in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    q.put((sorted(rows), threads[0].name.split()[0], threading.current_thread().name))


def waits_for_thread(q):
    def late():
        time.sleep(0.02)
        q.put("late")
    threading.Thread(target=late).start()


def leaves_daemon(q):
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
    q.put(threading.active_count())


def locks(lock, counter):
    def add():
        for _ in range(50):
            with lock:
                counter.value += 1
    threads = [threading.Thread(target=add) for _ in range(2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


if __name__ == "__main__":
    q = context.Queue()
    for target in (with_threads, waits_for_thread, leaves_daemon):
        p = context.Process(target=target, args=(q,))
        p.start()
        print(target.__name__, q.get(), p.join(), p.exitcode)
    lock, counter = context.Lock(), context.Value("i", 0, lock=False)
    ps = [context.Process(target=locks, args=(lock, counter)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(counter.value)
