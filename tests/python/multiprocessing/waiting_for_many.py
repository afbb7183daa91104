# connection.wait: connections and sentinels together.
# needs: processes
import multiprocessing
from multiprocessing.connection import wait

context = multiprocessing.get_context("spawn")


def sends(connection, gate, word):
    gate.wait()
    connection.send(word)
    connection.close()


if __name__ == "__main__":
    ends, gates, processes = [], [], []
    for word in ("one", "two", "three"):
        reader, writer = context.Pipe(duplex=False)
        gate = context.Event()
        p = context.Process(target=sends, args=(writer, gate, word))
        p.start()
        writer.close()
        ends.append(reader)
        gates.append(gate)
        processes.append(p)
    print("nothing yet", wait(ends, timeout=0), wait(ends, 0.01), wait([], 0))
    gates[1].set()
    ready = wait(ends)
    print([ends.index(r) for r in ready], ready[0].recv())
    processes[1].join()
    print("its end", [ends.index(r) for r in wait(ends)], wait([processes[1].sentinel]) == [processes[1].sentinel])
    gates[0].set()
    gates[2].set()
    words = []
    left = list(ends)
    while left:
        for r in wait(left):
            try:
                words.append(r.recv())
            except EOFError:
                left.remove(r)
    print(sorted(words))
    everything = [p.sentinel for p in processes]
    for p in processes:
        p.join()
    print(wait(everything, 5) == everything, [p.exitcode for p in processes])
