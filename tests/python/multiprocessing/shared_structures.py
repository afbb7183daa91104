# The example of the documentation: structures and arrays of structures in shared memory.
# needs: processes
from ctypes import Structure, c_double, c_int, c_char
from multiprocessing import Array, Lock, Process, Value
from multiprocessing.sharedctypes import RawValue


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


class Record(Structure):
    _fields_ = [("tag", c_char), ("count", c_int), ("at", Point), ("marks", c_int * 3)]


def modify(n, x, s, points, record):
    n.value **= 2
    x.value **= 2
    s.value = s.value.upper()
    for point in points:
        point.x **= 2
        point.y **= 2
    record.count += 1
    record.at.x = 1.5
    record.marks[2] = 7
    record.tag = b"z"


if __name__ == "__main__":
    lock = Lock()
    n = Value("i", 7)
    x = Value(c_double, 1.0 / 3.0, lock=False)
    s = Array("c", b"hello world", lock=lock)
    points = Array(Point, [(1.875, -6.25), (-5.75, 2.0), (2.375, 9.5)], lock=lock)
    record = RawValue(Record, b"a", 1)
    p = Process(target=modify, args=(n, x, s, points, record))
    p.start()
    p.join()
    print(n.value)
    print(x.value)
    print(s.value)
    print([(a.x, a.y) for a in points])
    print(record.tag, record.count, record.at.x, record.at.y, record.marks[:])
    print(Point(1, 2).x, Point(y=3).y, Point.x)
    for wrong in (lambda: Point(1, 2, 3), lambda: Point("a"), lambda: (c_int * 3)(1, 2, 3, 4)):
        try:
            wrong()
        except Exception as e:
            print(type(e).__name__, e)
    locked = Value(Point, 1, 2)
    with locked.get_lock():
        locked.x += 1
    print(locked.x, locked.y, type(locked).__name__)
