# Pipe(duplex=False): one end reads, the other writes, and each says so.
# needs: processes
import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    reader, writer = context.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    writer.send([1, 2])
    print(reader.poll(), reader.recv(), reader.poll(0.01))
    for call in (lambda: reader.send(1), writer.recv, lambda: writer.poll()):
        try:
            call()
        except OSError as e:
            print(e)
    writer.close()
    print(writer.closed, reader.closed, reader.poll())
    try:
        reader.recv()
    except EOFError:
        print("end")
    reader.close()
    for call in (reader.recv, lambda: writer.send(1), reader.fileno):
        try:
            call()
        except OSError as e:
            print(e)
    with context.Pipe()[0] as end:
        print(end.closed)
    print(end.closed)
