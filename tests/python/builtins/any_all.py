# any and all stop at the first decisive item and take any iterable.
def noisy(items):
    for item in items:
        print("look", item)
        yield item

print(any([]), all([]))
print(any(noisy([0, "", None, 3, 4])))
print(all(noisy([1, "a", [], 5])))
print(any({0: 1}), all({1: 0}), any(""), all(""))
print(any(x > 3 for x in range(10)), all(x < 3 for x in range(10)))

class Odd:
    def __bool__(self):
        raise ValueError("no truth")

for function in any, all:
    try:
        function([Odd()])
    except ValueError as error:
        print(function.__name__, error)
    try:
        function(3)
    except TypeError as error:
        print(error)
    try:
        function()
    except TypeError as error:
        print(error)
    try:
        function([], [])
    except TypeError as error:
        print(error)
