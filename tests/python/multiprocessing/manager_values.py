# A manager's dict, list, Namespace, Value and Array, changed by several processes.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


def work(shared, items, space, lock, n):
    shared[n] = n * n
    items.append(n)
    with lock:
        space.total += n


if __name__ == "__main__":
    with context.Manager() as manager:
        shared, items, space, lock = manager.dict(), manager.list(), manager.Namespace(total=0), manager.Lock()
        ps = [context.Process(target=work, args=(shared, items, space, lock, n)) for n in range(4)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(shared.items()), sorted(items), space.total)
        shared.update(a=1)
        print("a" in shared, shared.pop("a"), shared.get("a", "gone"), len(shared))
        items.sort(reverse=True)
        items[1:3] = ["x"]
        print(items[:], items.index("x"), 3 in items, str(items))
        value, array = manager.Value("i", 3), manager.Array("i", [1, 2])
        value.value += 1
        array[0] = 9
        print(value.value, array[0], array[:])
        event, q = manager.Event(), manager.Queue(2)
        print(event.is_set(), event.set(), event.is_set())
        q.put(1)
        q.put(2)
        print(q.full(), q.get(), q.qsize())
        try:
            shared["missing"]
        except KeyError as e:
            print("KeyError", e)
        try:
            items[99]
        except IndexError as e:
            print("IndexError", e)
