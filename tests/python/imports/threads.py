# A module that one thread imports is waited for by the others; circles across threads do not hang.
import sys, os, threading
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
started, go_on, seen = threading.Event(), threading.Event(), []
def importer():
    import _slow
    seen.append(_slow.x)
def second():
    started.wait()
    go_on_timer.start()
    import _slow
    seen.append(_slow.x)
go_on_timer = threading.Timer(0.02, go_on.set)
threads = [threading.Thread(target=importer), threading.Thread(target=second)]
for t in threads: t.start()
for t in threads: t.join()
go_on_timer.join()
print(seen)
meet = threading.Barrier(2)
def cross(name):
    __import__(name)
threads = [threading.Thread(target=cross, args=(n,)) for n in ("_cross_a", "_cross_b")]
for t in threads: t.start()
for t in threads: t.join()
print(sys.modules["_cross_a"].x, sys.modules["_cross_b"].y)
