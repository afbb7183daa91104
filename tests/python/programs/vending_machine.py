"""A state machine with an enum, a table of transitions and errors of its own."""
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    PAYING = auto()
    SERVING = auto()


class MachineError(Exception):
    """Something the machine refuses."""


class OutOfStock(MachineError):
    def __init__(self, item):
        super().__init__(f"no {item} left")
        self.item = item


class VendingMachine:
    prices = {"tea": 150, "coffee": 200}

    def __init__(self):
        self.state = State.IDLE
        self.stock = {"tea": 2, "coffee": 1}
        self.paid = 0
        self.log = []

    def _go(self, state):
        self.log.append((self.state.name, state.name))
        self.state = state

    def insert(self, cents):
        if cents not in {10, 20, 50, 100, 200}:
            raise MachineError(f"{cents} is no coin")
        if self.state is State.IDLE:
            self._go(State.PAYING)
        self.paid += cents
        return self

    def choose(self, item):
        try:
            price = self.prices[item]
        except KeyError:
            raise MachineError(f"what is {item}?") from None
        if self.stock[item] == 0:
            raise OutOfStock(item)
        if self.paid < price:
            raise MachineError(f"{price - self.paid} cents missing")
        self._go(State.SERVING)
        self.stock[item] -= 1
        change, self.paid = self.paid - price, 0
        self._go(State.IDLE)
        return item, self.coins(change)

    @staticmethod
    def coins(amount):
        given = []
        for coin in (200, 100, 50, 20, 10):
            n, amount = divmod(amount, coin)
            given += [coin] * n
        return given


machine = VendingMachine()
for step in (lambda m: m.choose("tea"), lambda m: m.insert(100).insert(200).choose("coffee"), lambda m: m.insert(3),
             lambda m: m.insert(200).choose("coffee"), lambda m: m.choose("soup"), lambda m: m.choose("tea"), lambda m: m.insert(50).insert(200).choose("tea")):
    try:
        print(machine.state.name, "->", step(machine))
    except OutOfStock as e:
        print("sold out:", e.item, repr(e))
    except MachineError as e:
        print("refused:", e, e.__suppress_context__)
print(machine.log, machine.stock, machine.paid)
print(list(State), State["IDLE"], State(2), State.PAYING.value, isinstance(State.IDLE, State))
