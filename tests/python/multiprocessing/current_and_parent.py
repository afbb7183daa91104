# current_process and parent_process, here and in a child and its child.
# needs: processes
import multiprocessing
import os

context = multiprocessing.get_context("spawn")


def tell(q, deep):
    me, parent = multiprocessing.current_process(), multiprocessing.parent_process()
    q.put((me.name, parent.name, me.pid == os.getpid(), parent.pid == os.getppid(), parent.is_alive(), me.daemon))
    if deep:
        p = context.Process(target=tell, args=(q, deep - 1), name=me.name + "'s child")
        p.start()
        p.join()


if __name__ == "__main__":
    print(multiprocessing.current_process().name, multiprocessing.parent_process())
    q = context.Queue()
    p = context.Process(target=tell, args=(q, 2), name="first")
    p.start()
    for _ in range(3):
        print(q.get())
    p.join()
    print(p.exitcode)
    p = context.Process(target=tell, args=(q, 0))
    p.daemon = True
    p.start()
    row = q.get()
    print(row[0].startswith("SpawnProcess-"), row[1:])
    p.join()
