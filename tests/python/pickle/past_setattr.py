# What a class's own __setattr__ forbids, unpickling does not ask it for: frozen dataclasses travel.
import pickle
from dataclasses import dataclass


@dataclass(frozen=True)
class P:
    x: int
    y: list


p = P(1, [2])
print(pickle.loads(pickle.dumps(p)), pickle.loads(pickle.dumps(p)) == p)


class Guarded:
    def __init__(self):
        object.__setattr__(self, "a", 1)

    def __setattr__(self, name, value):
        raise AttributeError("no")


print(pickle.loads(pickle.dumps(Guarded())).a)
