# Graph algorithms: breadth and depth first, Dijkstra, topological order, union-find, Floyd-Warshall, Kruskal.
import heapq
from collections import deque, defaultdict
graph = {"A": {"B": 4, "C": 1}, "B": {"D": 1}, "C": {"B": 2, "D": 5}, "D": {}, "E": {"A": 7}}
def bfs(start):
    seen, order, todo = {start}, [], deque([start])
    while todo:
        n = todo.popleft(); order.append(n)
        for m in graph[n]:
            if m not in seen: seen.add(m); todo.append(m)
    return order
def dfs(n, seen=None):
    seen = seen if seen is not None else []
    seen.append(n)
    for m in graph[n]:
        if m not in seen: dfs(m, seen)
    return seen
def dijkstra(start):
    best, came, queue = {start: 0}, {}, [(0, start)]
    while queue:
        d, n = heapq.heappop(queue)
        if d > best[n]: continue
        for m, w in graph[n].items():
            if d + w < best.get(m, float("inf")):
                best[m], came[m] = d + w, n
                heapq.heappush(queue, (d + w, m))
    return best, came
best, came = dijkstra("E")
def path(to): return path(came[to]) + [to] if to in came else [to]
print(bfs("A"), dfs("A"), best, "->".join(path("D")))
def topological(edges):
    incoming, out = defaultdict(int), defaultdict(list)
    nodes = sorted({n for e in edges for n in e})
    for a, b in edges: out[a].append(b); incoming[b] += 1
    ready = [n for n in nodes if not incoming[n]]
    order = []
    while ready:
        n = ready.pop(0); order.append(n)
        for m in out[n]:
            incoming[m] -= 1
            if not incoming[m]: ready.append(m)
    if len(order) != len(nodes): raise ValueError("cycle")
    return order
print(topological([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")]))
try: topological([(1, 2), (2, 1)])
except ValueError as e: print(e)
class Union:
    def __init__(self): self.parent = {}
    def find(self, x):
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        self.parent[a] = b
        return True
edges = [(7, "A", "B"), (5, "B", "C"), (8, "A", "C"), (9, "B", "D"), (7, "B", "E"), (5, "C", "E"), (15, "D", "E")]
u = Union(); tree = [(w, a, b) for w, a, b in sorted(edges) if u.join(a, b)]
print(tree, sum(w for w, *_ in tree))
nodes = "ABCDE"; inf = float("inf")
dist = {(a, b): 0 if a == b else graph[a].get(b, inf) for a in nodes for b in nodes}
for k in nodes:
    for a in nodes:
        for b in nodes: dist[a, b] = min(dist[a, b], dist[a, k] + dist[k, b])
for a in nodes: print(a, *(f"{dist[a, b]:>4}" for b in nodes))
maze = ["S.#.....", ".##.###.", "....#...", ".##...#E"]
def solve(maze):
    start = next((r, row.index("S")) for r, row in enumerate(maze) if "S" in row)
    todo, seen = deque([(start, 0)]), {start}
    while todo:
        (r, c), steps = todo.popleft()
        if maze[r][c] == "E": return steps
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (r + dr, c + dc)
            if 0 <= n[0] < len(maze) and 0 <= n[1] < len(maze[0]) and maze[n[0]][n[1]] != "#" and n not in seen:
                seen.add(n); todo.append((n, steps + 1))
print(solve(maze))
def knapsack(items, room):
    table = [0] * (room + 1)
    for value, weight in items:
        for r in range(room, weight - 1, -1): table[r] = max(table[r], table[r - weight] + value)
    return table[room]
print(knapsack([(60, 10), (100, 20), (120, 30)], 50))
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"))
