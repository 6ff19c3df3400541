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
        """The day of publication; raises PublicationDateMissing if it is unknown."""
        if self.published is None:
            raise PublicationDateMissing(
                f'"{" ".join(self.surface.split())}" (characters {self.start} to '
                f"{self.start + len(self.surface)}) depends on the day of publication, which is "
                'not known; give it: published="2025-02-24", or --published 2025-02-24'
            )
        return self.published


def anchors_at(days: Days) -> dict[str, Days]:
    """The units that can be counted from these days, each with the days."""
    return {unit: days for unit, longest in LONGEST_ANCHOR.items() if days.length <= longest}


def month_number(phrase: Phrase) -> int:
    """The month that a phrase names, from 1 to 12."""
    return [name[:3] for name in MONTHS].index(phrase.words["month"][:3]) + 1


def month_and_day(phrase: Phrase) -> tuple[int, int] | None:
    """The month and day that a phrase names (day 0 for a whole month), None for other phrases."""
    if phrase.kind == "date":
        return month_number(phrase), int(phrase.words["first_day"])
    return (month_number(phrase), 0) if phrase.kind == "month" else None
