# Months as text and as lists, leap years, weekdays, errors, times in UTC.
import calendar
print(calendar.month(2024, 2)); calendar.prmonth(2023, 10, 4, 1)
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2021, 5))
print([y for y in range(1890, 1910) if calendar.isleap(y)], calendar.leapdays(1900, 2001), calendar.monthrange(2024, 2)[1], calendar.monthrange(2023, 1) == (6, 31))
print(calendar.weekday(2000, 1, 1), calendar.day_name[calendar.weekday(1969, 7, 20)], list(calendar.month_abbr), list(calendar.day_abbr))
print(calendar.monthcalendar(2026, 2), calendar.Calendar(6).monthdayscalendar(2026, 1)[0])
print([str(d) for d in calendar.Calendar().itermonthdates(2024, 1)][-4:], calendar.timegm((2001, 9, 9, 1, 46, 40)), calendar.weekheader(3))
try: calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e: print(e)
calendar.setfirstweekday(calendar.SUNDAY); print(calendar.firstweekday(), calendar.monthcalendar(2024, 9)[0])
