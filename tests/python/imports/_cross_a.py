import sys
main = sys.modules["__main__"]
main.meet.wait()
import _cross_b
x = 1
