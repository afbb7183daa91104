# A to-do list with priorities, dependencies, undo, filters and a command interpreter with decorators for commands.
import heapq, itertools, functools
class Command:
    table = {}
    def __init__(self, name, *, undo=True): self.name, self.undoable = name, undo
    def __call__(self, f):
        @functools.wraps(f)
        def run(todo, *args):
            if self.undoable: todo.history.append((self.name, {k: (list(v) if isinstance(v, list) else dict(v)) for k, v in todo.state().items()}))
            return f(todo, *args)
        Command.table[self.name] = run
        return run
class Todo:
    def __init__(self): self.heap, self.done, self.needs, self.history, self.ids = [], [], {}, [], itertools.count(1)
    def state(self): return {"heap": self.heap, "done": self.done, "needs": self.needs}
    def __len__(self): return len(self.heap)
    def __contains__(self, name): return any(n == name for *_, n in self.heap)
    def __iter__(self): return (n for *_, n in sorted(self.heap))
    def __bool__(self): return True
@Command("add")
def add(todo, name, priority="5", *needs):
    """Add NAME with PRIORITY after NEEDS."""
    if name in todo: raise KeyError(name)
    heapq.heappush(todo.heap, (int(priority), next(todo.ids), name)); todo.needs[name] = set(needs)
    return f"added {name}"
@Command("next")
def finish(todo):
    held = []
    try:
        while todo.heap:
            item = heapq.heappop(todo.heap)
            if todo.needs[item[2]] <= set(todo.done): todo.done.append(item[2]); return f"did {item[2]}"
            held.append(item)
        return "blocked: " + ", ".join(f"{n} needs {sorted(todo.needs[n] - set(todo.done))}" for *_, n in held) if held else "nothing"
    finally:
        for item in held: heapq.heappush(todo.heap, item)
@Command("undo", undo=False)
def undo(todo):
    name, state = todo.history.pop()
    vars(todo).update(state)
    return f"undid {name}"
@Command("list", undo=False)
def show(todo, *words): return [n for n in todo if all(w in n for w in words)]
def run(todo, line):
    name, *args = line.split()
    try: return Command.table[name](todo, *args)
    except KeyError as e: return f"unknown or known: {e}"
    except IndexError: return "nothing to undo"
    except (TypeError, ValueError) as e: return f"{type(e).__name__}: {e}"
todo = Todo()
for line in ["undo", "add wash 2", "add cook 1 shop", "add shop 3", "add wash", "list", "next", "next", "undo", "list s", "next", "next", "next", "next", "bogus", "add", "add x y", "add eat 1 fly", "next", "undo", "undo"]:
    print(f"{line:<16}", run(todo, line))
print(list(todo), todo.done, len(todo), bool(todo), add.__name__, add.__doc__, sorted(Command.table))
