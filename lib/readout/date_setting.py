"""What the meaning of a date phrase depends on besides its own words.

"3 May" depends on the day of publication and the tense of its clause, "two days later" on the day
that the text named last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from readout.calendar_spans import Days
from readout.date_patterns import MONTHS, Phrase
from readout.errors import PublicationDateMissing
from readout.tense import Tense

# How many days a named span may have to count such units from it.
LONGEST_ANCHOR = {"day": 6, "week": 7, "weekend": 7, "month": 31, "year": 366, "decade": 366}


@dataclass(frozen=True)
class Setting:
    """Where a phrase stands: its words in the text, its clause, and what was named before it.

    `attributive` says whether the phrase modifies a noun ("the 3 May vote"); `anchors` has for each
    unit the days that the text named last, of those that are few enough to count such units from;
    `years` has the years of the days (month, day) and months (month, 0) named before.
    """

    surface: str
    start: int
    published: date | None
    tense: Tense
    attributive: bool
    anchors: Mapping[str, Days]
    years: Mapping[tuple[int, int], int]

    @property
    def today(self) -> date:
        """The day of publication; raises PublicationDateMissing if it is unknown.

        >>> str(Setting("Friday", 0, date(2024, 6, 1), "past", False, {}, {}).today)
        '2024-06-01'
        >>> Setting("Friday", 0, None, "past", False, {}, {}).today
        Traceback (most recent call last):
            ...
        readout.errors.PublicationDateMissing: "Friday" (characters 0 to 6) depends on the day of
        publication, which is not known; give it: published="2025-02-24", or --published 2025-02-24
        """
        if self.published is None:
            raise PublicationDateMissing(
                f'"{" ".join(self.surface.split())}" (characters {self.start} to '
                f"{self.start + len(self.surface)}) depends on the day of publication, which is "
                'not known; give it: published="2025-02-24", or --published 2025-02-24'
            )
        return self.published


def anchors_at(days: Days) -> dict[str, Days]:
    """The units that can be counted from these days, each with the days.

    >>> from readout.calendar_spans import month_of
    >>> sorted(anchors_at(month_of(2024, 5)))
    ['decade', 'month', 'year']
    """
    return {unit: days for unit, longest in LONGEST_ANCHOR.items() if days.length <= longest}


def month_number(phrase: Phrase) -> int:
    """The month that a phrase names, from 1 to 12.

    >>> from readout.date_patterns import find_phrases
    >>> month_number(find_phrases("3 Sept 2011")[0])
    9
    """
    return [name[:3] for name in MONTHS].index(phrase.words["month"][:3]) + 1


def month_and_day(phrase: Phrase) -> tuple[int, int] | None:
    """The month and day that a phrase names (day 0 for a whole month), None for other phrases.

    >>> from readout.date_patterns import find_phrases
    >>> [month_and_day(find_phrases(words)[0]) for words in ("3 May", "May 2011", "Friday")]
    [(5, 3), (5, 0), None]
    """
    if phrase.kind == "date":
        return month_number(phrase), int(phrase.words["first_day"])
    return (month_number(phrase), 0) if phrase.kind == "month" else None
