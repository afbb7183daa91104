# A pipe that is full holds its writer back; every byte arrives.
# needs: processes
import hashlib
import multiprocessing

context = multiprocessing.get_context("spawn")


def drain(reader, answer):
    total, digest = 0, hashlib.sha256()
    while True:
        try:
            data = reader.recv_bytes()
        except EOFError:
            break
        total += len(data)
        digest.update(data)
    answer.send((total, digest.hexdigest()))


if __name__ == "__main__":
    reader, writer = context.Pipe(duplex=False)
    here, there = context.Pipe()
    p = context.Process(target=drain, args=(reader, there))
    p.start()
    reader.close()
    there.close()
    digest, total = hashlib.sha256(), 0
    for n in range(200):
        data = bytes((n * 7 + k) % 256 for k in range(64)) * (n % 50 + 1)
        writer.send_bytes(data)
        digest.update(data)
        total += len(data)
    big = b"\xa5" * 3_000_000
    writer.send_bytes(big)
    digest.update(big)
    writer.close()
    print(here.recv() == (total + len(big), digest.hexdigest()))
    p.join()
    print(p.exitcode)
