# pickle.dump and load on binary files; Pickler and Unpickler; protocols.
import io
import pickle

file = io.BytesIO()
for item in ([1, 2], {"a": 1}, "three"):
    pickle.dump(item, file)
file.seek(0)
print(pickle.load(file), pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as e:
    print("EOFError", e)
for protocol in range(-1, pickle.HIGHEST_PROTOCOL + 1):
    print(protocol, pickle.loads(pickle.dumps({"x": (1, [2.5, b"z"])}, protocol)))
file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dump("one")
pickler.dump(["two"])
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load(), unpickler.load())
print(type(pickle.dumps(1)).__name__, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
print(issubclass(pickle.PicklingError, pickle.PickleError), issubclass(pickle.UnpicklingError, pickle.PickleError))
print(pickle.loads(bytearray(pickle.dumps("from a bytearray"))), pickle.loads(memoryview(pickle.dumps("from a view"))))
