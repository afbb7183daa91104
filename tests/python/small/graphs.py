# graphlib and sched.
import sched
from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
order = list(TopologicalSorter(graph).static_order())
print(order[0], sorted(order[1:3]), order[3])
t = TopologicalSorter()
t.add(3, 2, 1)
t.add(2, 1)
t.prepare()
while t.is_active():
    ready = t.get_ready()
    print(ready, bool(t))
    t.done(*ready)
for bad in (lambda: t.add(9), lambda: t.prepare(), lambda: t.done(1), lambda: t.done(77), lambda: TopologicalSorter().get_ready()):
    try:
        bad()
    except ValueError as e:
        print(e)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as e:
    print(e.args[0], sorted(set(e.args[1])), e.args[1][0] == e.args[1][-1], len(e.args[1]))
now = [0]
told = []


def wait(seconds):
    now[0] += seconds


s = sched.scheduler(lambda: now[0], wait)
s.enter(5, 1, told.append, ("five",))
s.enter(2, 2, told.append, ("two, low",))
s.enter(2, 1, told.append, argument=("two, high",))
gone = s.enter(3, 1, told.append, ("cancelled",))
s.enterabs(10, 1, lambda **k: told.append(k), kwargs={"x": 1})
s.cancel(gone)
print(len(s.queue), s.empty(), s.queue[0].priority, s.run(blocking=False))
s.run()
print(told, now[0], s.empty())
