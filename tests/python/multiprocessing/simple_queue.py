# SimpleQueue: a pipe with locks; what is put comes out, in another process too.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def echo(there, back):
    while (item := there.get()) != "end":
        back.put((item, type(item).__name__))


if __name__ == "__main__":
    there, back = context.SimpleQueue(), context.SimpleQueue()
    print(there.empty())
    p = context.Process(target=echo, args=(there, back))
    p.start()
    for item in (1, "two", [3, {4}], b"\0" * 5, None, 1.5, ("a",)):
        there.put(item)
        print(back.get())
    there.put("end")
    p.join()
    print(p.exitcode, there.empty(), back.empty())
    there.close()
    try:
        there.put(1)
    except OSError as e:
        print("OSError", e)
