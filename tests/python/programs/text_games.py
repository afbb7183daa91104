# Classic exercises: caesar, palindromes, anagrams, roman numerals, fizzbuzz, life, mastermind, rle.
def caesar(t, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in t)
print(caesar("Hello, World!", 3), caesar(caesar("abcxyz", 5), -5))
def palindrome(t):
    t = [c.lower() for c in t if c.isalnum()]
    return t == t[::-1]
print(palindrome("A man, a plan, a canal: Panama"), palindrome("no"))
groups = {}
for w in "listen silent enlist google elgoog abc cab".split(): groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
def roman(n):
    out = ""
    for v, s in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= v: out += s; n -= v
    return out
def unroman(s):
    v = dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)
    return sum(-v[a] if v[a] < v.get(b, 0) else v[a] for a, b in zip(s, s[1:] + " "))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], all(unroman(roman(n)) == n for n in range(1, 400)))
print(" ".join("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or str(i) for i in range(1, 16)))
def life(cells):
    from collections import Counter
    n = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, k in n.items() if k == 3 or (k == 2 and c in cells)}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): glider = life(glider)
print(sorted(glider))
print("\n".join("".join("#" if (x, y) in glider else "." for x in range(5)) for y in range(5)))
def rle(t):
    out, i = [], 0
    while i < len(t):
        j = i
        while j < len(t) and t[j] == t[i]: j += 1
        out.append(f"{j - i}{t[i]}"); i = j
    return "".join(out)
print(rle("aaabbc"), rle(""))
def score(secret, guess):
    exact = sum(a == b for a, b in zip(secret, guess))
    return exact, sum(min(secret.count(c), guess.count(c)) for c in set(guess)) - exact
print(score("rgby", "rbgo"), score("aabb", "abab"))
def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1): previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
print(levenshtein("kitten", "sitting"), levenshtein("", "abc"))
def spiral(m):
    out = []
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
def change(n, coins, memo={}):
    if n == 0: return 1
    if n < 0 or not coins: return 0
    if (n, coins) not in memo: memo[n, coins] = change(n - coins[0], coins) + change(n, coins[1:])
    return memo[n, coins]
print(change(100, (50, 25, 10, 5, 1)))
def bin_search(items, x):
    lo, hi = 0, len(items)
    while lo < hi:
        mid = (lo + hi) // 2
        if items[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
print([bin_search([1, 3, 5, 7], x) for x in range(9)])
triangle = [[1]]
for _ in range(5): triangle.append([1, *(a + b for a, b in zip(triangle[-1], triangle[-1][1:])), 1])
for r in triangle: print(" ".join(map(str, r)).center(14).rstrip())
def digits_sum(n): return n if n < 10 else digits_sum(sum(map(int, str(n))))
print(digits_sum(987654321), [n for n in range(1, 500) if n == sum(int(d) ** 3 for d in str(n))], [a * a + b * b == c * c and (a, b, c) for a in range(1, 6) for b in range(a, 6) for c in (5,) if a * a + b * b == 25])
