# differs: where CPython waits for ever, the report says that the holder of the lock has ended.
# needs: processes
import multiprocessing
import time


def holds(lock, ready):
    lock.acquire()
    ready.set()
    time.sleep(600)


if __name__ == "__main__":
    lock, ready = multiprocessing.Lock(), multiprocessing.Event()
    p = multiprocessing.Process(target=holds, args=(lock, ready))
    p.start()
    ready.wait()
    p.kill()
    p.join()
    print("the child ended with", p.exitcode, flush=True)
    lock.acquire()
