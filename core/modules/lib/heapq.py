"""Heaps in lists: the smallest item is always item 0."""

from _heapq import (
    heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max, _heappop_max, _heapreplace_max)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted stream, reading no further ahead than it must."""
    if reverse:
        rearrange, replace, take, direction = _heapify_max, _heapreplace_max, _heappop_max, -1
    else:
        rearrange, replace, take, direction = heapify, heapreplace, heappop, 1
    heap = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        # `order` decides between equal items, so the merge is stable and never compares further.
        heap.append([value if key is None else key(value), order * direction, value, step])
    rearrange(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        try:
            value = entry[3]()
        except StopIteration:
            take(heap)
            continue
        entry[0] = value if key is None else key(value)
        entry[2] = value
        replace(heap, entry)


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first: sorted(iterable, key=key)[:n]."""
    return _select(n, iterable, key, _heapify_max, _heapreplace_max, reverse=False)


def nlargest(n, iterable, key=None):
    """The n largest items, largest first: sorted(iterable, key=key, reverse=True)[:n]."""
    return _select(n, iterable, key, heapify, heapreplace, reverse=True)


def _select(n, iterable, key, rearrange, replace, reverse):
    if n < 1:
        return []
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    stream = iter(iterable)
    step = -1 if reverse else 1
    best = []
    order = 0
    for value in stream:
        best.append((value if key is None else key(value), order, value))
        order += step
        if len(best) == n:
            break
    if not best:
        return []
    rearrange(best)
    for value in stream:
        k = value if key is None else key(value)
        if (best[0][0] < k) if reverse else (k < best[0][0]):
            replace(best, (k, order, value))
        order += step
    best.sort(reverse=reverse)
    return [entry[2] for entry in best]
