# JoinableQueue: join() waits for every task_done(), and one too many is an error.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def work(tasks, done):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            return
        done.put(task * task)
        tasks.task_done()


if __name__ == "__main__":
    tasks, done = context.JoinableQueue(), context.Queue()
    tasks.join()
    print("nothing to wait for")
    workers = [context.Process(target=work, args=(tasks, done)) for _ in range(2)]
    for p in workers:
        p.start()
    for n in range(10):
        tasks.put(n)
    tasks.join()
    print(sorted(done.get() for _ in range(10)))
    for _ in workers:
        tasks.put(None)
    tasks.join()
    for p in workers:
        p.join()
    try:
        tasks.task_done()
    except ValueError as e:
        print(e)
    print([p.exitcode for p in workers])
