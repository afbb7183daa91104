# Conway's game of life as sets, as lists and as a torus; still lifes, oscillators, a glider; a walker of automata.
from collections import Counter
from itertools import product, islice
def step(cells):
    counts = Counter((r + dr, c + dc) for r, c in cells for dr, dc in product((-1, 0, 1), repeat=2) if dr or dc)
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}
def parse(text): return {(r, c) for r, line in enumerate(text.split("/")) for c, ch in enumerate(line) if ch == "#"}
def show(cells):
    if not cells: return "(empty)"
    rows, columns = zip(*cells)
    return "/".join("".join(".#"[(r, c) in cells] for c in range(min(columns), max(columns) + 1)) for r in range(min(rows), max(rows) + 1))
def generations(cells):
    while True:
        yield cells
        cells = step(cells)
for name, text in dict(block="##/##", blinker="###", glider=".#./..#/###", r="." "##/##/.#", dot="#", toad=".###/###").items():
    states = [*islice(generations(parse(text)), 5)]
    period = next((n for n in range(1, 5) if states[n] == states[0]), None)
    print(f"{name:<8}", *map(show, states[:3]), [len(s) for s in states], period)
glider = parse(".#./..#/###")
later = next(islice(generations(glider), 40, None))
print(later == {(r + 10, c + 10) for r, c in glider}, min(later), max(later))
class Torus:
    def __init__(self, rows): self.rows = [list(r) for r in rows]; self.h, self.w = len(rows), len(rows[0])
    def __getitem__(self, at): r, c = at; return self.rows[r % self.h][c % self.w]
    def __setitem__(self, at, v): r, c = at; self.rows[r % self.h][c % self.w] = v
    def neighbours(self, r, c): return sum(self[r + a, c + b] == "#" for a in (-1, 0, 1) for b in (-1, 0, 1)) - (self[r, c] == "#")
    def __next__(self):
        self.rows = [["#" if (n := self.neighbours(r, c)) == 3 or n == 2 and self[r, c] == "#" else "." for c in range(self.w)] for r in range(self.h)]
        return self
    def __iter__(self): return self
    def __str__(self): return "\n".join(map("".join, self.rows))
t = Torus(["......", "..#...", "...#..", ".###..", "......", "......"])
for _ in range(24): next(t)
print(t); t[-1, -1] = "#"; print(t[5, 5], t[11, -7])
def rule(n, row):
    return [n >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % len(row)]) & 1 for i in range(len(row))]
row = [0] * 15 + [1] + [0] * 15
for _ in range(8): print("".join(" *"[x] for x in row).rstrip()); row = rule(90, row)
def langton(steps):
    black, at, facing = set(), 0j, 1j
    for _ in range(steps):
        facing *= 1j if at in black else -1j
        black ^= {at}; at += facing
    return len(black), at
print(langton(100), langton(1000))
