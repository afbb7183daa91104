# Causes, contexts, notes, groups, recursion, suggestions.
from _catch import show

def cause():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
show(cause)
def context():
    try: {}["k"]
    except KeyError: [][0]
show(context)
def hidden():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError from None
show(hidden)
def noted():
    e = TypeError("t"); e.add_note("first"); e.add_note("second\nline"); raise e
show(noted)
def group():
    raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
show(group)
def group_in_chain():
    try: group()
    except* ValueError: raise OSError(2, "no file", "name")
show(group_in_chain)
def rest_of_group():
    try: group()
    except* TypeError: pass
show(rest_of_group)
def forever(n): return forever(n + 1) + 1
show(forever, 0)
def mutual(n):
    if n == 0: raise ValueError("bottom")
    return mutual(n - 1)
show(mutual, 5)
class Spam:
    egg_count = 1
    def __init__(self): self.ham = 1
def similar_attribute(): Spam().egg_cont
show(similar_attribute)
def similar_name(): similar_nme
show(similar_name)
def similar_builtin(): pritn(1)
show(similar_builtin)
def forgotten_import(): return math.pi
show(forgotten_import)
def similar_import():
    from sys import exut
show(similar_import)
def similar_keyword(): similar_keyword_helper(lenght=1)
def similar_keyword_helper(length): pass
show(similar_keyword)
class Named(Exception):
    def __str__(self): return "named"
    class Inner(Exception): pass
def classes():
    try: raise Named
    except Named: raise Named.Inner("deep")
show(classes)
class Broken(Exception):
    def __str__(self): raise ValueError
def broken(): raise Broken
show(broken)
def syntax(text): compile(text, "<text>", "exec")
show(syntax, "x = (1 +")
show(syntax, "if x\n  pass")
show(syntax, "  x = 1\n y = 2")
