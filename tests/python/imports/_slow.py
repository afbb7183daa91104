import threading
import sys
main = sys.modules["__main__"]
main.started.set()
main.go_on.wait(1)
x = "whole"
