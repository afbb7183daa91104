import sys
main = sys.modules["__main__"]
main.meet.wait()
import _cross_a
y = 2
