print("import items", __package__)
from ..prices import rates
count = len(rates)
