from multiprocessing import Process, Queue

ITEMS = 2_000
CAPACITY = 16


def produce(queue):
    for item in range(ITEMS):
        queue.put(item)
    queue.put(None)


def main():
    queue = Queue(CAPACITY)
    producer = Process(target=produce, args=(queue,))
    producer.start()
    print(sum(iter(queue.get, None)))
    producer.join()


if __name__ == "__main__":
    main()
