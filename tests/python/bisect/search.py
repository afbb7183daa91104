"""bisect and insort: places in sorted lists, keys, bounds."""
from bisect import bisect, bisect_left, bisect_right, insort, insort_left

a = [1, 3, 3, 3, 7]
print([(bisect_left(a, x), bisect_right(a, x), bisect(a, x)) for x in (0, 1, 3, 4, 7, 8)])
print(bisect_left(a, 3, 2), bisect_right(a, 3, 0, 2))


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
people = [("ann", 20), ("bob", 30), ("cat", 40)]
insort(people, ("dan", 30), key=lambda p: p[1])
insort_left(people, ("eve", 30), key=lambda p: p[1])
print(people, bisect_left(people, 35, key=lambda p: p[1]))
for wrong in (lambda: bisect([1], 1, -1), lambda: bisect([1, "a"], 2, 1), lambda: insort((1, 2), 3)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
