# Barriers between processes.
# needs: processes
import multiprocessing as mp
import threading


def rounds(barrier, board, index):
    for turn in range(10):
        board[index] = turn
        barrier.wait()
        assert all(value == turn for value in board[:])
        barrier.wait()


def leave_early(barrier):
    barrier.abort()


def record(barrier, places, index):
    places[index] = barrier.wait()


if __name__ == "__main__":
    barrier, board = mp.Barrier(3), mp.Array("i", 3)
    processes = [mp.Process(target=rounds, args=(barrier, board, i)) for i in range(3)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print([p.exitcode for p in processes], board[:], barrier.parties, barrier.n_waiting, barrier.broken)

    places = mp.Array("i", [-1] * 3)
    processes = [mp.Process(target=record, args=(barrier, places, i)) for i in range(3)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(sorted(places[:]))

    p = mp.Process(target=leave_early, args=(barrier,))
    p.start()
    try:
        barrier.wait()
    except threading.BrokenBarrierError as e:
        print("broken", barrier.broken, repr(e))
    p.join()
    barrier.reset()
    print(barrier.broken)
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        print("nobody came", barrier.broken)
    print(repr(barrier).split(" at ")[0], repr(mp.Barrier(4)).rsplit(": ")[1])
