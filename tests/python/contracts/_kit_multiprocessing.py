"""The contracts' kit for processes: workers are spawned, what they share is multiprocessing's."""
import multiprocessing
import queue
import threading

from _kit_threading import abort, acquire, drive, join, notify, release, run, wait, wait_for  # noqa: F401

context = multiprocessing.get_context("spawn")
name = "multiprocessing"
Lock, RLock, Event, Condition = context.Lock, context.RLock, context.Event, context.Condition
Semaphore, BoundedSemaphore, Barrier = context.Semaphore, context.BoundedSemaphore, context.Barrier
BrokenBarrierError = threading.BrokenBarrierError
Queue = context.Queue
LifoQueue = PriorityQueue = None
Empty, Full = queue.Empty, queue.Full


async def put(q, item, timeout=None):
    q.put(item, timeout=timeout)


async def get(q, timeout=None):
    return q.get(timeout=timeout)


def call(function, args):
    drive(function(*args))


async def start(function, *args):
    worker = context.Process(target=call, args=(function, args))
    worker.start()
    return worker
