# strftime and strptime, every directive, and back again.
import time

moments = [(2024, 1, 5, 3, 4, 5, 4, 5, 0), (1999, 12, 31, 23, 59, 59, 4, 365, 0), (2000, 2, 29, 12, 0, 0, 1, 60, 0), (2021, 1, 3, 0, 30, 0, 6, 3, 0), (2018, 12, 31, 13, 5, 9, 0, 365, 0)]
for t in moments:
    for d in 'aAbBcdDeFgGHIjklmMnprRStTuUVwWxXyYChP%':
        print(repr(time.strftime('%' + d, t)), end=' ')
    print()
print(repr(time.strftime('%', moments[0])), time.strftime('100%% at %H:%M é', moments[0]), repr(time.strftime('', moments[0])), time.strftime('%Q', moments[0]))
for bad in [(2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 60, 0, 0, 1, 0), (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 367, 0), (1,), 'x']:
    try:
        time.strftime('%Y', bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for text, form in [('2024-02-29 13:14:15', '%Y-%m-%d %H:%M:%S'), ('30 Nov 00', '%d %b %y'), ('Fri Jan  5 03:04:05 2024', '%a %b %d %H:%M:%S %Y'), ('5 pm', '%I %p'), ('2024 60', '%Y %j'), ('2024 10 1', '%Y %W %w'),
                   ('Monday', '%A'), ('1:2', '%H:%M'), ('  7', ' %d'), ('%', '%%'), ('68', '%y'), ('69', '%y'), ('23:59:61', '%H:%M:%S')]:
    try:
        print(text, form, tuple(time.strptime(text, form)))
    except ValueError as e:
        print(text, form, e)
print(time.strptime('Fri Jan  5 03:04:05 2024') == time.strptime('Fri Jan  5 03:04:05 2024', '%c'), time.strptime('+0530', '%z').tm_gmtoff)
for text, form in [('x', '%Y'), ('2024 x', '%Y'), ('2024', '%q'), ('2024', '%'), ('99', '%d'), ('Feb 30 2023', '%b %d %Y'), ('', '%Y'), ('13', '%m')]:
    try:
        print(time.strptime(text, form))
    except ValueError as e:
        print(repr(text), form, '->', e)
for args in [(3, '%d'), ('3', 4)]:
    try:
        time.strptime(*args)
    except TypeError as e:
        print(e)
