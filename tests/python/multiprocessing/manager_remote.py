# A server at an address that other processes connect to.
# needs: processes
from multiprocessing import Process
from multiprocessing.managers import BaseManager
from queue import Queue


class QueueManager(BaseManager):
    pass


def work(address):
    QueueManager.register("get_queue")
    manager = QueueManager(address=address, authkey=b"abracadabra")
    manager.connect()
    queue = manager.get_queue()
    queue.put("hello from %s" % type(queue).__name__)


def wrong_key(address):
    QueueManager.register("get_queue")
    manager = QueueManager(address=address, authkey=b"wrong")
    try:
        manager.connect()
    except Exception as e:
        raise SystemExit(3 if type(e).__name__ == "AuthenticationError" else 4)


queue = None


def get_queue():
    global queue
    if queue is None:
        queue = Queue()
    return queue


if __name__ == "__main__":
    QueueManager.register("get_queue", callable=get_queue)
    manager = QueueManager(address=("127.0.0.1", 0), authkey=b"abracadabra")
    manager.start()
    p = Process(target=work, args=(manager.address,))
    p.start()
    p.join()
    print(manager.get_queue().get())
    p = Process(target=wrong_key, args=(manager.address,))
    p.start()
    p.join()
    print(p.exitcode, manager.address[0], type(manager.address[1]).__name__)
    manager.shutdown()
    try:
        QueueManager(address=manager.address, authkey=b"abracadabra").connect()
    except ConnectionRefusedError as e:
        print(e)
