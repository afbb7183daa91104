print("a starts")
import _circle_b
x = "x of a"
print("a ends", _circle_b.y)
