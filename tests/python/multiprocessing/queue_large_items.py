# Items larger than a pipe holds: put() returns before anyone reads, and the order stays.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def consume(q, answers):
    sizes = []
    while (item := q.get()) is not None:
        sizes.append((item[0], len(item[1]), item[1][:2], item[1][-2:]))
    answers.put(sizes)


if __name__ == "__main__":
    q, answers = context.Queue(), context.Queue()
    for n in range(6):
        q.put((n, bytes([65 + n]) * (100_000 * n + 1)))
    print("all put, nobody has read")
    q.put((6, b"small"))
    q.put(None)
    p = context.Process(target=consume, args=(q, answers))
    p.start()
    for row in answers.get():
        print(row)
    p.join()
    print(p.exitcode)
