# A small bank: classes, inheritance, properties, custom errors, formatted statements.
class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance:.2f} is less than {amount:.2f}")
        self.balance, self.amount = balance, amount
class Account:
    opened = 0
    def __init__(self, owner, balance=0.0):
        self.owner, self._balance = owner, balance
        self.history = []
        Account.opened += 1
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, value):
        if value < 0: raise InsufficientFunds(self._balance, self._balance - value)
        self._balance = value
    def deposit(self, amount):
        if amount <= 0: raise ValueError("deposit must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self.balance:.2f})"
    def __lt__(self, other): return self.balance < other.balance
    def __eq__(self, other): return isinstance(other, Account) and self.owner == other.owner
    __hash__ = object.__hash__
class Savings(Account):
    def __init__(self, owner, balance=0.0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate
    def add_interest(self): return self.deposit(self.balance * self.rate)
    def withdraw(self, amount):
        print("(savings)", end=" ")
        return super().withdraw(amount)
a, b = Account("ada", 100), Savings("bob", 1000, rate=0.05)
a.deposit(50).withdraw(30)
b.add_interest().withdraw(10)
print(a, b, max(a, b), sorted([b, a]), a == Account("ada"), a != b)
for action in (lambda: a.withdraw(500), lambda: a.deposit(-1), lambda: setattr(a, "balance", -5)):
    try: action()
    except InsufficientFunds as e: print("refused:", e, "|", e.balance, e.amount)
    except ValueError as e: print("bad:", e)
print(Account.opened, a.history, b.history)
def statement(account):
    width = 24
    lines = [f"{account.owner.title():^{width}}", "=" * width]
    lines += [f"{kind:<12}{amount:>12,.2f}" for kind, amount in account.history]
    lines.append(f"{'balance':<12}{account.balance:>12,.2f}")
    return "\n".join(lines)
print(statement(b))
