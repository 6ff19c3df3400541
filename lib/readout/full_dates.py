"""Calendar days that a line spells out in full: day, month and year.

A publication date is either certain or unknown, so nothing is guessed here: a date needs a year of
four digits and a month by its name or in ISO order. "3/5/2024" may be in March or in May and is no
date; "24/2/2025" can only be in February.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1600, 2199  # from the first newspapers to the next century

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_NUMBER_OF_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_MONTH = "(?:{})".format("|".join(sorted(_NUMBER_OF_MONTH, key=len, reverse=True)))
_DAY = r"\d{1,2}"
_YEAR = r"(?:1[6-9]|2[01])\d\d"
_GAP = r"[\s.,-]{1,3}"

# Day and month without a year, as datelines have them: "May 3", "3 May".
DAY_AND_MONTH = rf"(?:{_MONTH}\.?\s{_DAY}|{_DAY}\s{_MONTH})"

_FULL_DATE = re.compile(
    rf"""(?<![\w/])(?<!\d[-–])(?:{_WEEKDAY}[\s,]{{1,3}})?
    (?:(?P<day1>{_DAY})(?:st|nd|rd|th)?{_GAP}(?:of\s)?(?P<month1>{_MONTH}){_GAP}(?P<year1>{_YEAR})
    |(?P<month2>{_MONTH}){_GAP}(?P<day2>{_DAY})(?:st|nd|rd|th)?[\s,]{{1,3}}(?P<year2>{_YEAR})
    |(?P<year3>{_YEAR}){_GAP}(?P<month3>{_MONTH}){_GAP}(?P<day3>{_DAY})
    |(?P<year4>{_YEAR})(?P<mark4>[-/.])(?P<number4>{_DAY})(?P=mark4)(?P<day4>{_DAY})
    |(?P<first5>{_DAY})(?P<mark5>[-/.])(?P<second5>{_DAY})(?P=mark5)(?P<year5>{_YEAR}))
    (?:(?![^\WT]|/|[.-]\d)|(?=\d{{1,2}}:\d\d))(?:,?\s{_WEEKDAY}(?!\w))?""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FullDate:
    """A day, and the half-open character offsets of its words, the weekday included."""

    day: date
    start: int
    end: int


def find_full_dates(text: str, start: int, end: int) -> Iterator[FullDate]:
    """Find the dates between two offsets of a text, in order; offsets count from the text's start.

    >>> [str(found.day) for found in find_full_dates("Tue Jun 7, 2011 or 31 April 2011", 0, 32)]
    ['2011-06-07']
    """
    for match in _FULL_DATE.finditer(text, start, end):
        day = _day_of(match)
        if day:
            yield FullDate(day, *match.span())


def _day_of(match: re.Match[str]) -> date | None:
    parts = {name.rstrip("12345"): part for name, part in match.groupdict().items() if part}
    year = int(parts["year"])
    if "month" in parts:
        return _valid_day(year, _NUMBER_OF_MONTH[parts["month"].lower()], int(parts["day"]))
    if "number" in parts:
        return _valid_day(year, int(parts["number"]), int(parts["day"]))
    first, second = int(parts["first"]), int(parts["second"])
    readings = {_valid_day(year, first, second), _valid_day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _valid_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
