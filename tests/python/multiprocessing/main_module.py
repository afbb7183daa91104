# The main module is imported by every child under another name: what must not happen twice stands behind the guard.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context("spawn")


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.x == other.x


def show(point):
    main = sys.modules["__main__"]
    print("in the child", __name__, main.__name__, main is sys.modules["__mp_main__"], point == Point(3), flush=True)
    print(Point.__module__, show.__module__, type(point) is main.Point, flush=True)


if __name__ == "__mp_main__":
    # A child that is not ready yet may have no children.
    try:
        context.Process(target=show, args=(Point(1),)).start()
    except RuntimeError as e:
        for line in str(e).splitlines():
            print(line.strip(), flush=True)

if __name__ == "__main__":
    print("in the parent", __name__, Point.__module__, flush=True)
    p = context.Process(target=show, args=(Point(3),))
    p.start()
    p.join()
    print(p.exitcode)
