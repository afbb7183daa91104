"""graphlib: topological order, step by step, cycles."""
from graphlib import CycleError, TopologicalSorter

tasks = {"wash": set(), "cook": {"shop", "wash"}, "shop": {"list"}, "eat": {"cook"}}
order = list(TopologicalSorter(tasks).static_order())
print(len(order), all(order.index(before) < order.index(task) for task in tasks for before in tasks[task]))
sorter = TopologicalSorter()
sorter.add("b", "a")
sorter.add("c", "a")
sorter.add("d", "b", "c")
sorter.prepare()
while sorter.is_active():
    ready = sorted(sorter.get_ready())
    print(ready, bool(sorter))
    sorter.done(*ready)
for wrong in (lambda: sorter.done("x"), lambda: sorter.done("a"), lambda: sorter.add("z"), lambda: TopologicalSorter({"a": "b"}).get_ready()):
    try:
        wrong()
    except ValueError as e:
        print("ValueError:", e)
try:
    list(TopologicalSorter({"a": "b", "b": "c", "c": "a"}).static_order())
except CycleError as e:
    print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
