# Many random format specifications on ints, floats, strings and complex numbers.
import random
random.seed(20)
values = [0, 1, -1, 42, -1234567, 10**18, -10**25, True, 0.0, -0.0, 1.5, -2.25, 1e100, 1e-7, 123456.789, float("inf"), float("-inf"), float("nan"), 0.1, 1 / 3, 99.995, "", "abc", "héllo 漢", 1 + 2j, -0.5j, complex("nan+infj")]
def spec():
    r = random.random
    s = ""
    if r() < .4: s += (random.choice(["*", "0", "é", " ", ""]) if r() < .5 else "") + random.choice("<>^=")
    if r() < .3: s += random.choice("+- ")
    if r() < .1: s += "z"
    if r() < .15: s += "#"
    if r() < .2: s += "0"
    if r() < .5: s += str(random.choice([0, 1, 5, 12, 20, 30]))
    if r() < .2: s += random.choice(",_")
    if r() < .4: s += "." + str(random.choice([0, 1, 2, 5, 10, 20]))
    if r() < .7: s += random.choice("bcdeEfFgGnosxX%")
    return s
fine = 0
for n in range(3000):
    v, s = random.choice(values), spec()
    try: out = repr(format(v, s)); fine += 1
    except (ValueError, OverflowError) as e: out = f"{type(e).__name__}: {e}"
    print(repr(v), repr(s), out)
print(fine)
