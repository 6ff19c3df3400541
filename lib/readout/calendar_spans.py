"""Arithmetic of days, weeks, months, quarters, seasons, years and decades.

Dates in news are spans: "last month" has a first and a last day. Everything here computes such
spans from numbers and days and knows nothing of words or texts. Weeks run from Monday to Sunday, as
in ISO 8601; seasons are the meteorological ones of the northern hemisphere. Beyond the years 1 to
9999, which `datetime.date` cannot hold, functions raise ValueError or OverflowError as it does.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class Days(NamedTuple):
    """A first and a last day, and the precision with which a text named them.

    `precision` is "day", "span", "week", "month" or "year".
    """

    first: date
    last: date
    precision: str

    @property
    def length(self) -> int:
        """The number of days, first and last included.

        >>> week_of(date(2024, 5, 3)).length
        7
        """
        return (self.last - self.first).days + 1


def one_day(day: date) -> Days:
    """The span of a single day.

    >>> one_day(date(2024, 5, 3)).precision
    'day'
    """
    return Days(day, day, "day")


def span(first: date, last: date) -> Days:
    """The span from one day to another.

    >>> span(date(2024, 5, 3), date(2024, 5, 9)).length
    7
    """
    return Days(first, last, "span")


def week_of(day: date) -> Days:
    """Monday to Sunday of the week that holds the day.

    >>> str(week_of(date(2024, 5, 3)).first)
    '2024-04-29'
    """
    monday = day - timedelta(day.weekday())
    return Days(monday, monday + timedelta(6), "week")


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the week that holds the day.

    >>> str(weekend_of(date(2024, 5, 3)).first)
    '2024-05-04'
    """
    saturday = day + timedelta(5 - day.weekday())
    return span(saturday, saturday + timedelta(1))


def month_of(year: int, month: int) -> Days:
    """The days of a month.

    >>> month_of(2024, 2).length
    29
    """
    last = calendar.monthrange(year, month)[1]
    return Days(date(year, month, 1), date(year, month, last), "month")


def months_from(year: int, month: int, count: int) -> Days:
    """The span of `count` whole months that begins with the given one.

    >>> str(months_from(2024, 11, 3).last)
    '2025-01-31'
    """
    last = shift(date(year, month, 1), count - 1, "month")
    return span(date(year, month, 1), month_of(last.year, last.month).last)


def quarter_of(year: int, quarter: int) -> Days:
    """The days of a quarter, 1 to 4.

    >>> str(quarter_of(2024, 2).first)
    '2024-04-01'
    """
    return months_from(year, 3 * quarter - 2, 3)


def half_of(year: int, half: int) -> Days:
    """The days of a half of the year, 1 or 2.

    >>> str(half_of(2024, 2).first)
    '2024-07-01'
    """
    return months_from(year, 6 * half - 5, 6)


def season_of(year: int, season: str) -> Days:
    """The season that begins in the year: winter 2010 is December 2010 to February 2011.

    >>> str(season_of(2010, "winter").last)
    '2011-02-28'
    """
    return months_from(year, SEASON_STARTS[season], 3)


def year_of(year: int) -> Days:
    """The days of a year.

    >>> year_of(2024).length, year_of(2024).precision
    (366, 'year')
    """
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def years(first: int, last: int) -> Days:
    """The days from the beginning of one year to the end of another.

    >>> str(years(2010, 2012).last)
    '2012-12-31'
    """
    return span(date(first, 1, 1), date(last, 12, 31))


def decade_of(year: int) -> Days:
    """The ten years that share all but the last digit with the year.

    >>> str(decade_of(2011).first)
    '2010-01-01'
    """
    return years(year - year % 10, year - year % 10 + 9)


def around(day: date, unit: str) -> Days:
    """The calendar unit (day, week, weekend, month, quarter, year, decade) that holds the day.

    >>> str(around(date(2024, 2, 7), "month").last)
    '2024-02-29'
    """
    match unit:
        case "day":
            return one_day(day)
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "year":
            return year_of(day.year)
    return decade_of(day.year)


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units later (earlier if negative), at the latest the last of its month.

    >>> str(shift(date(2024, 3, 31), -1, "month"))
    '2024-02-29'
    """
    if unit in ("day", "week", "weekend"):
        return day + timedelta(count if unit == "day" else 7 * count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekday_until(day: date, weekday: int) -> date:
    """The latest such weekday (Monday is 0) that is not after the day.

    >>> str(weekday_until(date(2024, 5, 3), 0))
    '2024-04-29'
    """
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The earliest such weekday (Monday is 0) that is not before the day.

    >>> str(weekday_from(date(2024, 5, 3), 0))
    '2024-05-06'
    """
    return day + timedelta((weekday - day.weekday()) % 7)


def weekday_in_month(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second, ... such weekday of a month.

    >>> str(weekday_in_month(2024, 11, 3, 4))
    '2024-11-28'
    """
    return weekday_from(date(year, month, 1), weekday) + timedelta(7 * (number - 1))


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None if the month has no such day.

    >>> valid_day(2024, 2, 30) is None
    True
    """
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)
