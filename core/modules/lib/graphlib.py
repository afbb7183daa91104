"""Orders in which each comes after what it depends on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle: the second argument is its nodes."""


class TopologicalSorter:
    """Nodes with predecessors, given out when these are done."""

    def __init__(self, graph=None):
        self._before = {}  # node -> how many predecessors are not done
        self._after = {}   # node -> its successors
        self._ready = None
        self._out = set()
        self._done = set()
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        self._before.setdefault(node, 0)
        return self._after.setdefault(node, [])

    def add(self, node, *predecessors):
        """A node and what must come before it."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node)
        self._before[node] += len(predecessors)
        for p in predecessors:
            self._node(p).append(node)

    def prepare(self):
        """Look for cycles; from now on get_ready() and done() go."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n for n, count in self._before.items() if not count]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen = set()
        for start in self._before:
            if start in seen:
                continue
            path, places, rows = [start], {start: 0}, [iter(self._after[start])]
            seen.add(start)
            while rows:
                for node in rows[-1]:
                    if node in places:
                        return path[places[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        places[node] = len(path)
                        path.append(node)
                        rows.append(iter(self._after[node]))
                        break
                else:
                    rows.pop()
                    del places[path.pop()]
        return None

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        """The nodes that have become ready since the last call."""
        self._check()
        result = tuple(self._ready)
        self._out.update(result)
        self._ready.clear()
        return result

    def is_active(self):
        self._check()
        return bool(self._ready) or len(self._done) < len(self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """These nodes are finished."""
        self._check()
        for node in nodes:
            if node not in self._before:
                raise ValueError(f"node {node!r} was not added using add()")
            if node in self._done:
                raise ValueError(f"node {node!r} was already marked done")
            if node not in self._out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._done.add(node)
            for after in self._after[node]:
                self._before[after] -= 1
                if not self._before[after]:
                    self._ready.append(after)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
