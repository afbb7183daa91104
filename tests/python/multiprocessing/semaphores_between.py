# Semaphores: never more inside than permitted; bounded ones notice a release too many.
# needs: processes
import multiprocessing
import time

context = multiprocessing.get_context("spawn")


def enter(semaphore, inside, most, guard):
    for _ in range(3):
        with semaphore:
            with guard:
                inside.value += 1
                most.value = max(most.value, inside.value)
            time.sleep(0.002)
            with guard:
                inside.value -= 1


if __name__ == "__main__":
    semaphore, guard = context.Semaphore(2), context.Lock()
    inside, most = context.Value("i", 0), context.Value("i", 0)
    ps = [context.Process(target=enter, args=(semaphore, inside, most, guard)) for _ in range(4)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(most.value <= 2, inside.value, semaphore.get_value(), [p.exitcode for p in ps])
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01))
    semaphore.release()
    print(semaphore.get_value(), semaphore)
    bounded = context.BoundedSemaphore(1)
    print(bounded)
    try:
        bounded.release()
    except ValueError as e:
        print(e)
    lock = context.Lock()
    print(lock)
    with lock:
        print(lock, lock.acquire(False), lock.acquire(timeout=0.01))
    try:
        lock.release()
    except ValueError as e:
        print(e)
    r = context.RLock()
    with r, r:
        print(r)
    print(r)
    try:
        r.release()
    except AssertionError as e:
        print(e)
