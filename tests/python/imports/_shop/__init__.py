"A package for the import tests."
print("import shop")
from . import prices
from .prices import total as add_up
__all__ = ["prices", "add_up", "later"]
version = "1.0"
_hidden = True
def __getattr__(name):
    if name == "lazy": return "made on demand"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
