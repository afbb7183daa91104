"""Processes with memory of their own (Library Reference, "multiprocessing").

Every process is a fresh interpreter: the start methods "fork" and "forkserver" are accepted by name and start processes
as "spawn" does, because nothing in a browser can copy a running process.
"""

import sys
from multiprocessing import context

__all__ = [name for name in dir(context._default_context) if not name.startswith("_")]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25

# Functions of the main module are pickled by name: in a child that module is __mp_main__.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
