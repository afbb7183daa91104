import sys

print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(700)
for digits in [699, 700, 701]:
    try:
        print(len(str(10 ** (digits - 1))), int("1" * digits) % 97)
    except ValueError as e:
        print(e)
    try:
        int("1" * digits)
    except ValueError as e:
        print(e)
print(len(hex(10**2000)), int("f" * 2000, 16) % 97)
sys.set_int_max_str_digits(0)
text = str(3**30000)
print(len(text), int(text) == 3**30000, text[:20], text[-20:])
for bad in [5, 639, -1]:
    try:
        sys.set_int_max_str_digits(bad)
    except ValueError as e:
        print(e)
sys.set_int_max_str_digits(4300)
