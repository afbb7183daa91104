# differs: CPython hangs for ever; gilbox says who waits for whom and ends the program.
import threading


class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        both_have_one.wait()
        with target.lock:
            source.balance -= amount
            target.balance += amount


both_have_one = threading.Barrier(2)
alice, bob = Account("Alice", 100), Account("Bob", 100)
a = threading.Thread(target=transfer, args=(alice, bob, 10), name="alice to bob")
b = threading.Thread(target=transfer, args=(bob, alice, 20), name="bob to alice")
a.start()
b.start()
print("two transfers run")
a.join()
b.join()
print("never reached")
