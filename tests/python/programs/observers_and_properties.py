"""Descriptors that check, properties that compute, observers that hear, undo by closures."""


class Checked:
    def __init__(self, kind, *, least=None):
        self.kind, self.least = kind, least

    def __set_name__(self, owner, name):
        self.name = name
        owner.checked = [*getattr(owner, "checked", []), name]

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{self.name} is not set") from None

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if self.least is not None and value < self.least:
            raise ValueError(f"{self.name} must be at least {self.least}")
        old = instance.__dict__.get(self.name)
        instance.__dict__[self.name] = value
        instance.changed(self.name, old, value)

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Product:
    name = Checked(str)
    price = Checked(float, least=0.0)
    count = Checked(int, least=0)

    def __init__(self, name, price, count):
        self.listeners = []
        self.undo = []
        self.name, self.price, self.count = name, price, count
        self.undo.clear()

    def changed(self, what, old, new):
        self.undo.append(lambda: self.__dict__.__setitem__(what, old))
        for listener in self.listeners:
            listener(self, what, old, new)

    @property
    def worth(self):
        """What all of them cost."""
        return self.price * self.count

    @worth.setter
    def worth(self, value):
        self.price = value / self.count

    @worth.deleter
    def worth(self):
        del self.price


p = Product("lamp", 20.0, 3)
p.listeners.append(lambda who, what, old, new: print(f"{who.name}: {what} {old} -> {new}"))
p.price = 25.0
p.worth = 90.0
print(p.price, p.worth, Product.worth.__doc__, Product.checked, type(Product.price).__name__)
for wrong in (lambda: setattr(p, "price", "free"), lambda: setattr(p, "count", -1), lambda: Product("x", 1, 1), lambda: p.colour):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
while p.undo:
    p.undo.pop()()
print(p.price)
del p.worth
try:
    p.worth
except AttributeError as e:
    print(e)
print(hasattr(p, "price"), sorted(k for k in vars(p) if k in Product.checked))
