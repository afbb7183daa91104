# A library: dataclasses with order and factories, an enum of states, errors with fields, a context manager as a transaction.
from dataclasses import dataclass, field, replace, asdict, astuple, fields, InitVar, KW_ONLY, FrozenInstanceError
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique
from contextlib import contextmanager
import copy
@unique
class Status(Enum):
    FREE = "free"; LENT = "lent"; LOST = "lost"
    @property
    def usable(self): return self is Status.FREE
    @classmethod
    def parse(cls, text): return cls(text.strip().lower())
class Role(StrEnum): READER = auto(); STAFF = auto()
class May(Flag): READ = auto(); LEND = auto(); ADMIN = READ | LEND
class Level(IntEnum): LOW = 1; HIGH = 5
@dataclass(order=True)
class Book:
    sort_key: tuple = field(init=False, repr=False)
    title: str
    year: int = 0
    _: KW_ONLY
    tags: list[str] = field(default_factory=list, compare=False)
    status: Status = Status.FREE
    shelf: InitVar[str] = "A"
    def __post_init__(self, shelf): self.sort_key = (self.year, self.title); self.place = f"{shelf}-{len(self.title)}"
@dataclass(frozen=True, slots=True)
class Loan: book: str; who: str; days: int = 14
class LoanError(Exception):
    def __init__(self, book, *, reason): super().__init__(f"{book.title!r}: {reason}"); self.book, self.reason = book, reason
class Library(dict):
    @contextmanager
    def transaction(self):
        saved = {k: copy.copy(v) for k, v in self.items()}
        try: yield self
        except LoanError as e: self.clear(); self.update(saved); e.add_note("rolled back"); raise
    def __missing__(self, key): raise LoanError(Book(key), reason="unknown")
    def lend(self, title, who, **kw):
        book = self[title]
        if not book.status.usable: raise LoanError(book, reason=f"is {book.status.value}")
        book.status = Status.LENT
        return Loan(title, who, **kw)
lib = Library({b.title: b for b in (Book("Emma", 1815, tags=["novel"]), Book("Dune", 1965, shelf="S"), Book("Ulysses", 1922))})
print(lib["Dune"], lib["Dune"].place, sorted(lib.values())[0].title, max(lib.values()).title, lib["Emma"] < lib["Dune"])
print(lib.lend("Emma", "ann"), lib["Emma"].status, repr(lib["Emma"].status))
try:
    with lib.transaction(): print(lib.lend("Dune", "bob", days=7)); lib.lend("Emma", "bob")
except LoanError as e: print(e, e.reason, e.__notes__, lib["Dune"].status.name)
try: lib["Nope"]
except LoanError as e: print(e.args, e.book.year)
loan = Loan("Emma", "ann")
for act in (lambda: setattr(loan, "days", 3), lambda: Book(), lambda: Book("a", 1, ["t"]), lambda: Status("burnt"), lambda: Status.parse(" LOST "), lambda: May(9), lambda: Status["X"]):
    try: print(act())
    except (FrozenInstanceError, AttributeError, TypeError, ValueError, KeyError) as e: print(type(e).__name__, e)
print(replace(loan, days=30), asdict(loan), astuple(loan), hash(loan) == hash(Loan("Emma", "ann")), [f.name for f in fields(Book)], Loan.__slots__)
print(f"{Role.STAFF}", Role("reader") is Role.READER, Role.STAFF.upper(), May.ADMIN, May.READ in May.ADMIN, ~May.READ, May.READ | May.LEND is May.ADMIN, list(May.ADMIN), Level.HIGH > 3, sorted(Level), Level(1) + 1, [*Status.__members__])
