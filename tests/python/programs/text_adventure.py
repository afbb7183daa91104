# A text adventure: rooms as a graph, a parser of commands, a state machine of the game, a scripted player.
from dataclasses import dataclass, field
from enum import Enum, auto

class State(Enum):
    EXPLORING = auto()
    TALKING = auto()
    WON = auto()

@dataclass
class Room:
    name: str
    text: str
    exits: dict = field(default_factory=dict)
    items: list = field(default_factory=list)
    def describe(self):
        lines = [f"== {self.name} ==", self.text]
        if self.items: lines.append("You see: " + ", ".join(sorted(self.items)))
        lines.append("Exits: " + (" ".join(f"[{d}]" for d in self.exits) or "none"))
        return "\n".join(lines)

class Game:
    def __init__(self):
        hall, cave, tower = Room("Hall", "A cold hall."), Room("Cave", "It is dark.", items=["lamp", "key"]), Room("Tower", "A locked chest stands here.")
        hall.exits |= {"down": cave, "up": tower}
        cave.exits["up"] = hall
        tower.exits["down"] = hall
        self.room, self.bag, self.state, self.turns = hall, [], State.EXPLORING, 0
    def do(self, line):
        self.turns += 1
        match line.lower().split():
            case []: return "Say something."
            case ["look" | "l"]: return self.room.describe()
            case ["go", where] | [("up" | "down") as where] if where in self.room.exits:
                self.room = self.room.exits[where]
                return self.room.describe()
            case ["go", where]: return f"You cannot go {where}."
            case ["take", *what]:
                taken = [w for w in what if w in self.room.items]
                for w in taken: self.room.items.remove(w); self.bag.append(w)
                return "Taken: " + ", ".join(taken) if taken else "Nothing taken."
            case ["inventory" | "inv" | "i"]: return "You carry " + (" and ".join(self.bag) or "nothing") + "."
            case ["open", "chest"] if self.room.name == "Tower":
                if "key" not in self.bag: return "It is locked."
                self.state = State.WON
                return "Gold!"
            case [verb, *_]: return f"I do not know how to {verb}."

game = Game()
for line in ["look", "", "take lamp", "up", "open chest", "go north", "down", "go down", "take key lamp sword", "i", "up", "go up", "dance wildly", "OPEN CHEST"]:
    print(">", line)
    print(game.do(line))
    if game.state is State.WON: break
print(game.state, game.turns, f"{game.state!r}", State(3).name, [s.value for s in State])
