"""Registries three ways: __init_subclass__, a metaclass, a decorator; a namespace that refuses."""


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__.lower()] = cls


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Reverse(Plugin, name="backwards"):
    def run(self, text):
        return text[::-1]


print({k: v.__qualname__ for k, v in Plugin.registry.items()}, [p().run("abc") for p in Plugin.registry.values()])


class Once(dict):
    def __setitem__(self, key, value):
        if key in self and not key.startswith("__"):
            raise TypeError(f"{key} is defined twice")
        super().__setitem__(key, value)


class Meta(type):
    classes = []

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, [b.__name__ for b in bases], options)
        return Once()

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, dict(namespace))
        cls.fields = [k for k in namespace if not k.startswith("_")]
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Meta.classes.append(name)

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.made_by = cls.__name__
        return made

    def __len__(cls):
        return len(cls.fields)

    def __getattr__(cls, name):
        return f"{cls.__name__} has no {name}"

    def __contains__(cls, item):
        return item in cls.fields


class Model(metaclass=Meta, table="models"):
    id = 1
    title = "t"


class Child(Model):
    extra = None


print(Model.fields, Child.fields, len(Child), "id" in Model, Model.nothing, Child().made_by, Meta.classes, type(Child) is Meta)
try:
    class Twice(Model):
        x = 1
        x = 2
except TypeError as e:
    print("TypeError:", e)

commands = {}


def command(*names):
    def register(function):
        for name in names or [function.__name__]:
            commands[name] = function
        return function
    return register


@command()
def help():
    return sorted(commands)


@command("quit", "exit")
def leave():
    return "bye"


print({name: f() for name, f in sorted(commands.items())})
Made = type("Made", (Upper,), {"twice": lambda self, t: self.run(t) * 2})
print(Made().twice("x"), Plugin.registry["made"] is Made, Made.__mro__[1:])
try:
    class Conflict(type("M", (type,), {})("A", (), {}), Model):
        pass
except TypeError as e:
    print("TypeError:", e)
