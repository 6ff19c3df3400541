"""Datelines: the place, day and agency in front of a report's first sentence.

"KARUM, Oreland (RNA) - The president ...", "KARUM | Tue Jun 7, 2011 12:37 pm EDT ...",
"Karum, 3 May 2024 - ...", "KARUM, May 3 (RNA) -- ...". They say where and when the report was filed
and are no part of the sentence that follows.
"""

import re
from dataclasses import dataclass
from functools import cache

from readout import lexicon
from readout.full_dates import DAY_AND_MONTH, FullDate, find_full_dates

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,25}"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_PLACES = rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}"
_AGENCY = r"\([^\W\d_a-z][\w.&/ -]{1,30}\)|/[^\W\d_a-z]\w{1,30}/"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACES}))?,?\s?(?P<day>(?i:{DAY_AND_MONTH})(?:,?\s\d{{4}})?)?,?\s?"
    rf"(?P<agency>{_AGENCY})?\s?(?P<mark>—|--|[-–_:](?=\s|\Z))[-–—]?\s*"
)
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{2}[^\Wa-zß-öø-ÿ]{1,25}"
_INNER_DATELINE = re.compile(
    rf"(?<=\s){_CAPITALS}(?:[ /-]{_CAPITALS}){{0,3}}(?:,\s{_PLACE})?\s(?:{_AGENCY})"
    r"\s?[-–—_]{1,2}\s+"
)
_STAMP_PLACE = re.compile(rf"(?:{_PLACES}\s)?\|\s?")
_CLOCK = re.compile(
    r"[\s,|/]{0,3}(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?)?[\s(]{0,2}"
    r"(?:(?:GMT|UTC|[A-Z]{1,3}T)(?:[+-]\d{1,2})?\b\)?)?\s*"
)
_FARTHEST = 300  # characters of headline in front of a dateline on the same line


@dataclass(frozen=True, slots=True)
class Dateline:
    """Half-open character offsets, and the day if the dateline spells it out in full."""

    start: int
    end: int
    day: FullDate | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find the dateline that opens the paragraph text[start:end], or stands after its headline.

    >>> find_dateline("KARUM, Oreland (RNA) - It rained.", 0, 33)
    Dateline(start=0, end=23, day=None)
    """
    stamp_end, day = _stamp(text, start, end)
    match = _DATELINE.match(text, stamp_end, end)
    if match and _is_dateline(text, match):
        days = find_full_dates(text, start, match.end())
        return Dateline(start, match.end(), day or next(days, None))
    if day:
        return Dateline(start, stamp_end, day)
    inner = _INNER_DATELINE.search(text, start, min(end, start + _FARTHEST))
    return Dateline(*inner.span(), None) if inner else None


def clock_end(text: str, start: int, end: int) -> int:
    """The offset behind the clock time and time zone at `start`, blanks included.

    >>> clock_end("2011 12:37 pm EDT Text", 4, 22)
    18
    """
    match = _CLOCK.match(text, start, end)
    return match.end() if match else start


def _stamp(text: str, start: int, end: int) -> tuple[int, FullDate | None]:
    """The end and the day of "PLACE | Tue Jun 7, 2011 12:37 pm EDT" in front of a dateline."""
    place = _STAMP_PLACE.match(text, start, end)
    if place:
        found = next(find_full_dates(text, place.end(), min(end, place.end() + 40)), None)
        if found and found.start == place.end():
            return clock_end(text, found.end, end), found
    return start, None


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    places = (match["place"] or "").split(", ")
    capitals = len(places[0]) > 2 and places[0].isupper()
    if match["agency"]:  # or "July 12, 2012 (KARUM) -"
        agency = match["agency"].strip("(/) ")
        filed = _names_year(match) and agency in _known_places()
        return capitals or filed or agency in lexicon.media_names()
    if not match["place"] or text[match.end() : match.end() + 1].islower():
        return False
    if match["mark"] == "_" or match["day"]:
        return capitals or _names_year(match)
    if match["mark"] == ":":
        return capitals and places[0] in _known_places()
    country_follows = len(places) > 1 and places[-1].upper() in _known_places()
    return (capitals or country_follows) and places[0].upper() in _known_places()


def _names_year(match: re.Match[str]) -> bool:
    return bool(match["day"]) and match["day"][-4:].isdigit()


@cache
def _known_places() -> frozenset[str]:
    """Cities, capitals and states in capitals."""
    states = {name for state in lexicon.states().values() for name in (state.name, *state.aliases)}
    return frozenset(name.upper() for name in states | {*lexicon.capitals(), *lexicon.cities()})
