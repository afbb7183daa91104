# Connections sent over connections, and over queues.
# needs: processes
import multiprocessing as mp


def worker(control):
    while True:
        try:
            conn = control.recv()
        except EOFError:
            break
        conn.send(conn.recv() * 2)
        conn.close()


def ask(queue):
    queue.get().send("straight to you")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    control, theirs = mp.Pipe()
    p = mp.Process(target=worker, args=(theirs,))
    p.start()
    theirs.close()
    for value in (21, "ab", [1]):
        ours, sent = mp.Pipe()
        control.send(sent)
        sent.close()
        ours.send(value)
        print(ours.recv())
        try:
            ours.recv()
        except (EOFError, ConnectionResetError) as e:
            print("closed by the other side")
    control.close()
    p.join()
    print(p.exitcode)

    queue = mp.Queue()
    reader, writer = mp.Pipe(duplex=False)
    p = mp.Process(target=ask, args=(queue,))
    p.start()
    queue.put(writer)
    print(reader.recv())
    p.join()
