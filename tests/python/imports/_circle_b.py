print("b starts")
import _circle_a
print("b sees", hasattr(_circle_a, "x"))
try: from _circle_a import x
except ImportError as e: print(str(e).split(" (")[0])
y = "y of b"
