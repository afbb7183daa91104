# A first course: control flow, functions and their arguments, doc strings, lambda, annotations.
def fib(n):
    """Print a Fibonacci series less than n."""
    a, b = 0, 1
    while a < n:
        print(a, end=" ")
        a, b = b, a + b
    print()
fib(200)
print(fib.__doc__, fib(0))
words = ["cat", "window", "defenestrate"]
for w in words[:]:
    print(w, len(w))
    if len(w) > 6: words.insert(0, w)
print(words)
users = {"hans": "active", "eleonore": "inactive", "kei": "active"}
for user, status in users.copy().items():
    if status == "inactive": del users[user]
print(users, list(range(5, 10)), list(range(-10, -100, -30)), sum(range(4)))
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, "equals", x, "*", n // x)
            break
    else: print(n, "is a prime number")
def http_error(status):
    match status:
        case 400: return "Bad request"
        case 401 | 403 | 404: return "Not allowed"
        case 418: return "I'm a teapot"
        case _: return "Something's wrong"
print([http_error(s) for s in (400, 403, 418, 500)])
def where(point):
    match point:
        case (0, 0): print("Origin")
        case (0, y): print(f"Y={y}")
        case (x, 0): print(f"X={x}")
        case (x, y) if x == y: print("diagonal", x)
        case (x, y): print(f"X={x}, Y={y}")
        case _: print("Not a point")
for p in (0, 0), (0, 5), (5, 0), (3, 3), (1, 2), (1, 2, 3), "ab", 5: where(p)
def ask_ok(replies, retries=2, reminder="Please try again!"):
    for ok in replies:
        if ok in {"y", "ye", "yes"}: return True
        if ok in {"n", "no", "nop", "nope"}: return False
        retries = retries - 1
        if retries < 0: raise ValueError("invalid user response")
        print(reminder)
print(ask_ok(["what", "yes"]), ask_ok(["no"]))
try: ask_ok(["a", "b", "c"])
except ValueError as e: print(e)
i = 5
def f(arg=i): print(arg)
i = 6
f()
def g(a, L=[]):
    L.append(a)
    return L
print(g(1), g(2), g(3))
def cheeseshop(kind, *arguments, **keywords):
    print("-- Do you have any", kind, "?")
    for arg in arguments: print(arg)
    print("-" * 40)
    for kw in keywords: print(kw, ":", keywords[kw])
cheeseshop("Limburger", "It's very runny, sir.", shopkeeper="Michael Palin", client="John Cleese")
def concat(*args, sep="/"): return sep.join(args)
print(concat("earth", "mars"), concat("a", "b", sep="."), list(range(*[3, 6])))
pairs = [(1, "one"), (2, "two"), (3, "three"), (4, "four")]
pairs.sort(key=lambda pair: pair[1])
print(pairs)
def make_incrementor(n): return lambda x: x + n
print(make_incrementor(42)(0), make_incrementor(42)(1))
def ham(ham: str, eggs: str = "eggs") -> str:
    print("Annotations:", ham_function.__annotations__)
    return ham + " and " + eggs
ham_function = ham
print(ham("spam"))
