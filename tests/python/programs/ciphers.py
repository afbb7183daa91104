# Caesar, Vigenère, rail fence, Morse, run lengths, Huffman codes, XOR, base64 by hand, anagrams, palindromes.
import string, heapq, base64
from collections import Counter, defaultdict
from itertools import cycle, groupby
def caesar(text, n):
    low, up = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(low + up, low[n:] + low[:n] + up[n:] + up[:n]))
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), caesar("Why", 13))
def vigenere(text, key, sign=1):
    keys = cycle(key.lower())
    return "".join(chr((ord(c.lower()) - 97 + sign * (ord(next(keys)) - 97)) % 26 + (97 if c.islower() else 65)) if c.isalpha() else c for c in text) if False else \
        "".join(chr((ord(c.lower()) - 97 + sign * (ord(next(keys)) - 97)) % 26 + 97) if c.isalpha() else c for c in text)
secret = vigenere("attack at dawn", "lemon"); print(secret, vigenere(secret, "lemon", -1))
def fence(text, rails):
    rows = [[] for _ in range(rails)]
    for c, r in zip(text, cycle([*range(rails), *range(rails - 2, 0, -1)])): rows[r].append(c)
    return "".join(c for row in rows for c in row)
print(fence("WEAREDISCOVERED", 3))
MORSE = dict(zip(string.ascii_uppercase, ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
code = " ".join(MORSE.get(c, "/") for c in "SOS PY"); print(code, "".join({v: k for k, v in MORSE.items()}.get(w, " ") for w in code.split()))
def pack(s): return "".join(f"{n if n > 1 else ''}{c}" for c, g in groupby(s) if (n := len(list(g))))
def unpack(s):
    out, n = [], ""
    for c in s:
        if c.isdigit(): n += c
        else: out.append(c * int(n or 1)); n = ""
    return "".join(out)
print(pack("WWWWBBBWCC"), unpack(pack("WWWWBBBWCC")) == "WWWWBBBWCC")
def huffman(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap); tick = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], tick, (a[2], b[2]))); tick += 1
    def walk(tree, prefix=""):
        if isinstance(tree, str): yield tree, prefix or "0"
        else: yield from walk(tree[0], prefix + "0"); yield from walk(tree[1], prefix + "1")
    return dict(walk(heap[0][2]))
codes = huffman("abracadabra"); bits = "".join(map(codes.get, "abracadabra")); print(codes, len(bits), bits)
def xor(data, key): return bytes(a ^ b for a, b in zip(data, cycle(key)))
hidden = xor(b"attack", b"key"); print(hidden, hidden.hex(" "), xor(hidden, b"key"), int.from_bytes(hidden).bit_count())
def encode64(data):
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
    bits = "".join(f"{b:08b}" for b in data); bits += "0" * (-len(bits) % 6)
    return "".join(alphabet[int(bits[i:i + 6], 2)] for i in range(0, len(bits), 6)) + "=" * (-len(data) % 3)
print([encode64(d) == base64.b64encode(d).decode() for d in (b"", b"a", b"ab", b"abc", bytes(range(256)))])
groups = defaultdict(list)
for w in "listen silent enlist google elbow below state taste inch chin".split(): groups["".join(sorted(w))].append(w)
print([g for g in groups.values() if len(g) > 1], [s for s in ("A man, a plan, a canal: Panama", "Not one") if (t := [c.lower() for c in s if c.isalnum()]) == t[::-1]])
