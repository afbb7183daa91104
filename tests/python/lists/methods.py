# list methods: values, aliasing, errors.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)

items = [3, 1, 2]
items.append(4); items.extend("ab"); items.insert(1, "in"); items.insert(-1, "near end"); items.insert(100, "end"); items.insert(-100, "start")
print(items)
print(items.pop(), items.pop(0), items.pop(-2), items)
items.remove("in")
print(items, items.index(2), items.count(1), items.index(4, 1), items.index(1, -10, 10))
attempt(lambda: items.remove("nope"))
attempt(lambda: items.index("nope"))
attempt(lambda: items.index(3, 1))
attempt(lambda: [].pop())
attempt(lambda: items.pop(100))
attempt(lambda: items.pop("0"))
attempt(lambda: items.append())
attempt(lambda: items.append(1, 2))
attempt(lambda: items.insert(1))
attempt(lambda: items.extend(5))
attempt(lambda: items[100])
attempt(lambda: items["0"])
attempt(lambda: items[1.0])
def assign(index, value):
    items[index] = value
attempt(lambda: assign(100, 1))
attempt(lambda: assign("x", 1))
def delete(index):
    del items[index]
attempt(lambda: delete(100))
attempt(lambda: delete("x"))
copy = items.copy()
copy.reverse()
print(items, copy, items == copy[::-1], items is items.copy())
items.clear()
print(items, copy)
a = [1, 2]
a.extend(a); print(a)
a += a; print(len(a))
a += (x for x in "yz"); print(a)
def plus():
    return [1] + (2,)
attempt(plus)
attempt(lambda: [1] + None)
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * "a")
print([1, 2] * 2, 2 * [0], [1] * -1, [[]] * 2)
b = c = [1]
b += [2]; print(c)
b = b + [3]; print(b, c)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], [1] != (1,), [2] > [1, 5])
attempt(lambda: [1] < ["a"])
attempt(lambda: [1] < (1,))
print(1 in [1, 2], [1] in [[1]])
loop = [1]
loop.append(loop)
print(loop, loop[1][1] is loop)
print(list.append.__name__, [].append.__self__)
