"""Threads by subclassing: run() may do anything, and its result is kept where it likes."""
import threading


class Summer(threading.Thread):
    def __init__(self, numbers):
        super().__init__(name=f"sum of {len(numbers)}")
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)


threads = [Summer(range(n)) for n in (10, 100, 1000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
    print(t.name, t.total)


class WithTarget(threading.Thread):
    def run(self):
        print("before the target")
        super().run()
        print("after the target")


t = WithTarget(target=print, args=("the", "target"), kwargs={"sep": "-"})
t.start()
t.join()
print(hasattr(t, "_target"))
t.run = None
direct = threading.Thread(target=print, args=("called directly",))
direct.run()
try:
    direct.run()
except AttributeError as e:
    print("gone:", "_target" in str(e))


class Result(threading.Thread):
    """A thread whose join gives what its function returned, or raises."""

    def run(self):
        self.value = self.error = None
        try:
            self.value = self._target(*self._args, **self._kwargs)
        except Exception as e:
            self.error = e

    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error
        return self.value


r = Result(target=pow, args=(2, 10))
r.start()
print(r.join())
r = Result(target=int, args=("x",))
r.start()
try:
    r.join()
except ValueError as e:
    print(e)
