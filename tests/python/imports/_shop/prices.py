print("import prices as", __name__)
from ._helpers import tax
rates = {"pen": 2}
def total(names): return sum(rates[n] for n in names) + tax(1)
