# Strings: escapes, surrogate pairs, lone surrogates, wide text around them.
import json

for text in [r'"\" \\ \/ \b \f \n \r \t"', r'"\u0041\u00e9\u20ac"', r'"\ud83d\ude00"', r'"\ud83d"', r'"\ude00\ud83d"',
             r'"\ud83d\u0041"', r'"\ud83dx"', r'"x\ud83d\\"', '"é"', '"日本語"', '"😀 and é"', r'"😀\n日本\u0041"',
             '"\x7f"', r'"\u0000"', '"' + 'long ' * 30 + '"', r'"a\u002fb"', r'"\uABCD\uabcd"']:
    print(ascii(json.loads(text)))
print(ascii(json.loads('{"é": "日", "日": "é", "é": "😀"}')))
print(ascii(json.loads('"a\nb\tc"', strict=False)))
rows = json.loads('[' + ', '.join('{"name": "n%d", "value": %d}' % (i, i) for i in range(5)) + ']')
print(rows[3], rows[0].keys() == rows[4].keys())
