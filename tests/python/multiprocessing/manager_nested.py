# Proxies inside proxies, and proxies that travel.
# needs: processes
import multiprocessing as mp


def extend(outer, queue):
    outer["inner"].append("child")
    outer["also"] = "plain"
    queue.put(outer["inner"])


if __name__ == "__main__":
    manager = mp.Manager()
    outer, inner = manager.dict(), manager.list([1])
    outer["inner"] = inner
    outer["inner"].append(2)
    queue = manager.Queue()
    p = mp.Process(target=extend, args=(outer, queue))
    p.start()
    p.join()
    print(inner, outer["also"], p.exitcode)
    back = queue.get()
    back.append("back")
    print(inner, len(outer))
    del inner, back
    print(outer["inner"][-1])
    lists = manager.list([manager.list([i]) for i in range(3)])
    lists[0].append("more")
    lists[1], lists[2] = lists[2], lists[1]
    print([list(item) for item in lists])
    plain = manager.list([{"a": 1}])
    plain[0]["a"] = 2
    print(plain, "# a copy was changed")
    item = plain[0]
    item["a"] = 3
    plain[0] = item
    print(plain)
    manager.shutdown()
    print(manager._state.value)
