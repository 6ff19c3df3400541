"""Which days a timeline shows: its events, the cluster worth enlarging, and the whole range."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.article import Article

PUBLISHED = "article published"  # the label that the timeline gives to the publication itself
CLUSTER = timedelta(days=21)
FEWEST_DAYS = 7  # shorter ranges are widened, so that an axis always shows days
EARLIEST, LATEST = date(1, 1, 2), date(9999, 12, 30)  # what a date axis can show


@dataclass(frozen=True)
class Marked:
    """Something that a timeline marks, from its first to its last day."""

    first: date
    last: date
    label: str
    meaning: str  # 'event', 'vague' (some time within the span), 'article', 'related', 'enlarged'
    certainty: str = "stated"
    rank: float = 0  # what comes first in the article matters most; the publication before all


@dataclass(frozen=True)
class Range:
    """The days of a panel, the first and the last included."""

    first: date
    last: date

    def covers(self, mark: Marked) -> bool:
        """Whether all days of a mark lie in the range.

        >>> may = Range(date(2024, 5, 1), date(2024, 5, 31))
        >>> may.covers(Marked(date(2024, 5, 30), date(2024, 6, 2), "Talks in Karum", "event"))
        False
        """
        return self.first <= mark.first and mark.last <= self.last

    @property
    def days(self) -> int:
        """The number of days.

        >>> Range(date(2024, 5, 1), date(2024, 5, 31)).days
        31
        """
        return (self.last - self.first).days + 1

    def widened(self) -> "Range":
        """Return the range with a margin, and at least as long as an axis of days needs.

        >>> Range(date(2024, 1, 1), date(2024, 12, 31)).widened().days
        390
        """
        margin = timedelta(days=max(1, self.days // 30, (FEWEST_DAYS - self.days + 1) // 2))
        return Range(_within(self.first, -margin), _within(self.last, margin))


def _within(day: date, by: timedelta) -> date:
    number = min(max(day.toordinal() + by.days, EARLIEST.toordinal()), LATEST.toordinal())
    return date.fromordinal(number)


def marked_days(article: "Article") -> list[Marked]:
    """Return everything with a date: events, the publication and related articles, by date.

    >>> mark = marked_days(readout.parse("Jane Roe left on 3 May 2024."))[0]
    >>> mark.label, str(mark.first), mark.meaning
    ('Jane Roe left', '2024-05-03', 'event')
    """
    marks = [
        Marked(
            event["first_day"].date(),
            event["last_day"].date(),
            event["label"],
            "vague" if event["precision"] in ("week", "month", "year") else "event",
            event["certainty"],
            event["start"],
        )
        for event in article.timeline.dropna(subset=["first_day", "last_day"]).to_dict("records")
        if event["label"] != PUBLISHED
    ]
    if article.published:
        marks.append(Marked(article.published, article.published, PUBLISHED, "article", rank=-1))
    marks += [
        Marked(
            related["published"].date(),
            related["published"].date(),
            related["title"],
            "related",
            rank=inf,
        )
        for related in article.related.dropna(subset=["published"]).to_dict("records")
    ]
    return sorted(marks, key=lambda mark: (mark.first, mark.last, mark.meaning, mark.label))


def most_telling(marks: Sequence[Marked], number: int) -> list[Marked]:
    """Return at most `number` marks, in order: the earliest, and what the article says first.

    >>> days = [date(2024, 5, day) for day in (1, 2, 3)]
    >>> marks = [Marked(day, day, str(day), "event", rank=-day.day) for day in days]
    >>> [mark.label for mark in most_telling(marks, 2)]
    ['2024-05-01', '2024-05-03']
    """
    earliest = min(marks, key=lambda mark: mark.first, default=None)
    ranked = sorted(marks, key=lambda mark: (mark is not earliest, mark.rank))
    chosen = {id(mark) for mark in ranked[:number]}
    return [mark for mark in marks if id(mark) in chosen]


def find_cluster(marks: Sequence[Marked]) -> Range | None:
    """Return the days worth enlarging, or None.

    Those of the exact events within three weeks of the publication; where there are none, or the
    publication is unknown, the three weeks in which most events begin, if that is more than one.

    >>> days = [date(2019, 5, 1), date(2024, 5, 2), date(2024, 5, 3)]
    >>> cluster = find_cluster([Marked(day, day, "Talks", "event") for day in days])
    >>> cluster.first.year, cluster.last.year
    (2024, 2024)
    """
    events = [m for m in marks if m.meaning == "event" and m.last - m.first <= CLUSTER]
    published = [mark for mark in marks if mark.meaning == "article"]
    near = [m for m in events if published and abs(m.first - published[0].first) <= CLUSTER]
    cluster = [*near, *published] if near else _densest(events)
    if len(cluster) < 2:
        return None
    return Range(min(m.first for m in cluster), max(m.last for m in cluster)).widened()


def _densest(events: Sequence[Marked]) -> list[Marked]:
    windows = [[m for m in events if timedelta() <= m.first - e.first <= CLUSTER] for e in events]
    return max(windows, key=len, default=[])


def whole_range(marks: Sequence[Marked]) -> Range:
    """Return the days from the earliest to the latest mark.

    >>> days = [date(2019, 5, 1), date(2024, 5, 3)]
    >>> whole = whole_range([Marked(day, day, "Talks", "event") for day in days])
    >>> whole.first.year, whole.last.year
    (2019, 2024)
    """
    return Range(min(mark.first for mark in marks), max(mark.last for mark in marks)).widened()
