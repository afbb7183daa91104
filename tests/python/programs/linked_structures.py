"""Linked list, stack, queue and binary search tree written by hand."""


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in reversed(list(values)):
            self.push(v)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty LinkedList")
        node, self.head = self.head, self.head.next
        self.size -= 1
        return node.value

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        for at, value in enumerate(self):
            if at == i:
                return value
        raise IndexError(i)

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before
        return self

    def __repr__(self):
        return f"{type(self).__name__}({list(self)!r})"


items = LinkedList("abc")
items.push("z")
print(items, len(items), items.pop(), items[1], items[1:], items.reverse(), "b" in items, sorted(items))
for wrong in (lambda: LinkedList().pop(), lambda: items[9], lambda: setattr(Node(1), "colour", "red")):
    try:
        wrong()
    except (IndexError, AttributeError) as e:
        print(type(e).__name__, e)
first, *others = items
print(first, others, max(items), dict(enumerate(items)))


class Tree:
    def __init__(self):
        self.root = None

    def add(self, key):
        def place(node):
            if node is None:
                return [key, None, None]
            side = 1 if key < node[0] else 2
            if key != node[0]:
                node[side] = place(node[side])
            return node
        self.root = place(self.root)
        return self

    def __contains__(self, key):
        node = self.root
        while node and node[0] != key:
            node = node[1 if key < node[0] else 2]
        return node is not None

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[1])
                yield node[0]
                yield from walk(node[2])
        return walk(self.root)

    def height(self):
        def high(node):
            return 0 if node is None else 1 + max(high(node[1]), high(node[2]))
        return high(self.root)


tree = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 30]:
    tree.add(key)
print(list(tree), tree.height(), 60 in tree, 65 in tree, sum(tree))
deep = LinkedList(range(20000))
print(len(deep), deep[19999])
del deep
