"""Paths through a maze: breadth first, depth first, Dijkstra, A*."""
from collections import deque
from heapq import heappop, heappush

maze = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########
""".strip().split("\n")
places = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row)}
start = next(p for p, ch in places.items() if ch == "S")
goal = next(p for p, ch in places.items() if ch == "E")


def neighbours(place):
    r, c = place
    for near in ((r - 1, c), (r, c + 1), (r + 1, c), (r, c - 1)):
        if places.get(near, "#") != "#":
            yield near


def breadth_first():
    before, waiting = {start: None}, deque([start])
    while waiting:
        place = waiting.popleft()
        if place == goal:
            path = []
            while place:
                path.append(place)
                place = before[place]
            return path[::-1]
        for near in neighbours(place):
            if near not in before:
                before[near] = place
                waiting.append(near)


def count_paths(place, seen=frozenset()):
    if place == goal:
        return 1
    return sum(count_paths(n, seen | {place}) for n in neighbours(place) if n not in seen)


def best(cost, estimate=lambda p: 0):
    waiting, known, looked = [(estimate(start), 0, start)], {start: 0}, 0
    while waiting:
        _, spent, place = heappop(waiting)
        looked += 1
        if place == goal:
            return spent, looked
        for near in neighbours(place):
            total = spent + cost(near)
            if total < known.get(near, float("inf")):
                known[near] = total
                heappush(waiting, (total + estimate(near), total, near))


path = breadth_first()
print(len(path), path[0], path[-1], count_paths(start))
print(best(lambda p: 1), best(lambda p: 1, lambda p: abs(p[0] - goal[0]) + abs(p[1] - goal[1])), best(lambda p: 1 + p[0] % 2 * 0.5))
for r, row in enumerate(maze):
    print("".join("*" if (r, c) in path and ch == "." else ch for c, ch in enumerate(row)))
